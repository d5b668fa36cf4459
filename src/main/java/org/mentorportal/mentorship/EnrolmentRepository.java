package org.mentorportal.mentorship;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EnrolmentRepository extends Repository<Enrolment, Long> {

    Optional<Enrolment> findById(long id);

    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Enrolment e where e.id = :id")
    Optional<Enrolment> lock(long id);

    @Query(value = """
            select e.* from enrolment e join cycle_service s on s.cycle_id = e.cycle_id
            where e.student_id = :student and s.service_id = :service and :day between s.first_day and s.last_day""", nativeQuery = true)
    Optional<Enrolment> findCovering(long student, long service, LocalDate day);
}
