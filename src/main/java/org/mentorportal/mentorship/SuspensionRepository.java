package org.mentorportal.mentorship;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SuspensionRepository extends Repository<Suspension, Long> {

    Suspension saveAndFlush(Suspension suspension);

    Optional<Suspension> findById(long id);

    @Query("select s from Suspension s where s.enrolmentId = :enrolment and s.endedAt is null")
    Optional<Suspension> findOpen(long enrolment);

    Optional<Suspension> findFirstByEnrolmentIdAndKindAndEndedAtIsNotNullOrderByIdDesc(long enrolment, SuspensionKind kind);
}
