package org.mentorportal.booking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ClosureRepository extends Repository<Closure, Long> {

    Closure saveAndFlush(Closure closure);

    void flush();

    Optional<Closure> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Closure c where c.id = :id")
    Optional<Closure> lock(long id);

    List<Closure> findAllByLiftedAtIsNullAndEndsAtAfterOrderByStartsAtAscId(Instant now);

    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED')
            and (:resource is null or b.resourceId = :resource)
            and b.startsAt > :now and b.occupiedFrom < :to and b.occupiedTo > :from order by b.startsAt, b.id""")
    List<Booking> bookingsInside(@Nullable Long resource, Instant from, Instant to, Instant now);
}
