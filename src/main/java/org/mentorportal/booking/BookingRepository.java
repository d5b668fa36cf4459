package org.mentorportal.booking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Has no {@code save}: rows are made, moved and restored by {@link BookingStore}; the rest are verbs on the entity. */
interface BookingRepository extends Repository<Booking, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> lock(long id);

    Optional<Booking> findById(long id);

    void flush();

    List<Booking> findAllByStudentIdOrderByStartsAt(long student);

    List<Booking> findAllByStatusOrderByStartsAtAscId(BookingStatus status);

    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.studentId in :students
            and b.startsAt < :until and b.endsAt > :from order by b.startsAt""")
    List<Booking> findActiveOf(Collection<Long> students, Instant from, Instant until);

    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.serviceId = :service and b.startsAt > :now
            order by b.startsAt, b.id""")
    List<Booking> findUpcomingOf(long service, Instant now);

    List<Booking> findAllByServiceIdAndStatusAndEndedAtOrderByStartsAtAscId(long service, BookingStatus status, Instant at);

    List<Booking> findAllByStatusAndStartsAtAfterOrderByStartsAtAscId(BookingStatus status, Instant after);
}
