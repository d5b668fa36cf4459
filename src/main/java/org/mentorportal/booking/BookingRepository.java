package org.mentorportal.booking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Requests of {@code services} for what begins after {@code now}, but for those that were made for or by {@code person}. */
    @Query("""
            select count(b) from Booking b where b.status = 'PENDING' and b.startsAt > :now and b.studentId <> :person
            and b.requestedBy <> :person and array_contains(:services, b.serviceId)""")
    int countPending(Instant now, long person, Long[] services);

    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.studentId in :students
            and b.startsAt < :until and b.endsAt > :from order by b.startsAt""")
    List<Booking> findActiveOf(Collection<Long> students, Instant from, Instant until);

    /**
     * What is not over at {@code now}, by start.
     *
     * @param resource only of this one; null = of all
     * @param all      whether services and students do not matter; else one of them must be among those given
     */
    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.endsAt > :now
            and (:resource is null or b.resourceId = :resource)
            and (:all = true or b.serviceId in :services or b.studentId in :students) order by b.startsAt, b.id""")
    List<Booking> findUpcoming(Instant now, @Nullable Long resource, boolean all, Collection<Long> services, Collection<Long> students,
                               Limit limit);

    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.serviceId = :service and b.startsAt > :now
            order by b.startsAt, b.id""")
    List<Booking> findUpcomingOf(long service, Instant now);

    List<Booking> findAllByServiceIdAndStatusAndEndedAtOrderByStartsAtAscId(long service, BookingStatus status, Instant at);

    List<Booking> findAllByStatusAndStartsAtAfterOrderByStartsAtAscId(BookingStatus status, Instant after);

    List<Booking> findAllByIdLessThanOrderByIdDesc(long before, Limit most);

    List<Booking> findAllByStudentIdAndIdLessThanOrderByIdDesc(long student, long before, Limit most);

    @Query("select b from Booking b where (b.resourceId = :resource or b.studentId = :student) and b.id < :before order by b.id desc")
    List<Booking> findAllOf(long resource, long student, long before, Limit most);
}
