package org.mentorportal.booking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
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

    List<Booking> findAllByStatusAndStartsAtAfterOrderByStartsAtAscId(BookingStatus status, Instant after);

    List<Booking> findAllByIdLessThanOrderByIdDesc(long before, Limit most);

    List<Booking> findAllByStudentIdAndIdLessThanOrderByIdDesc(long student, long before, Limit most);

    @Query("select b from Booking b where (b.resourceId = :resource or b.studentId = :student) and b.id < :before order by b.id desc")
    List<Booking> findAllOf(long resource, long student, long before, Limit most);
}
