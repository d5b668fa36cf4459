package org.mentorportal.mentorship;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface WarningRepository extends Repository<Warning, Long> {

    Warning saveAndFlush(Warning warning);

    Optional<Warning> findById(long id);

    Optional<Warning> findByBookingId(long booking);
}
