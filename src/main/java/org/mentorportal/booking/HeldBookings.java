package org.mentorportal.booking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What holds hold, and what they would. */
interface HeldBookings extends Repository<Booking, Long> {

    @Query(value = "insert into hold (kind) values (:kind) returning id", nativeQuery = true)
    long newHold(String kind);

    List<Booking> findAllByHoldIdOrderByStartsAtAscId(long hold);

    @Query(value = """
            select * from booking where hold_id = :hold or given_up_hold_id = :hold
              or id in (select booking_id from hold_line where hold_id = :hold and verdict = 'RESTORED') order by starts_at, id""", nativeQuery = true)
    List<Booking> findAllThatWereHeldBy(long hold);

    List<Booking> findAllByGivenUpHoldIdOrderByStartsAtAscId(long hold);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.holdId = :hold order by b.id")
    List<Booking> lockAll(long hold);

    @Query("""
            select b from Booking b where b.studentId = :student and b.serviceId in :services and b.status in ('PENDING', 'APPROVED')
            and b.startsAt > :now order by b.startsAt, b.id""")
    List<Booking> findActive(long student, Collection<Long> services, Instant now);
}
