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

    /** What was searched for: of a service that is {@code named}, or of a student whose name is like {@code name}. */
    String FOUND = """
            (array_contains(:named, b.serviceId)
            or exists (select 1 from Account a where a.id = b.studentId and cast(function('searched', a.displayName) as String) like :name escape '\\'))\s""";
    /** Of {@code services}, and not made for or by {@code person}. */
    String DECIDABLE = "array_contains(:services, b.serviceId) and b.studentId <> :person and b.requestedBy <> :person and ";
    String REQUESTS = "from Booking b where b.status = 'PENDING' and " + DECIDABLE;
    String PENDING = REQUESTS + "b.startsAt > :now ";
    /** By resource, since their times are found by that. */
    String COMING = "from Booking b where b.status = 'APPROVED' and b.resourceId in :resources and b.startsAt > :now and "
            + DECIDABLE + FOUND;

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> lock(long id);

    Optional<Booking> findById(long id);

    void flush();

    List<Booking> findAllByStudentIdOrderByStartsAt(long student);

    /** The soonest first, but for those whose time has passed at {@code now}: they wait for nobody and come last. */
    @Query("select b " + REQUESTS + FOUND + "order by case when b.startsAt <= :now then 1 else 0 end, b.startsAt, b.id")
    List<Booking> findRequests(Long[] services, long person, Long[] named, String name, Instant now, Limit most);

    @Query("select count(b) " + REQUESTS + FOUND)
    int countRequests(Long[] services, long person, Long[] named, String name);

    /** Approved and yet to begin at {@code now}, the soonest first. */
    @Query("select b " + COMING + "order by b.startsAt, b.id")
    List<Booking> findComing(Collection<Long> resources, Long[] services, long person, Long[] named, String name, Instant now, Limit most);

    @Query("select count(b) " + COMING)
    int countComing(Collection<Long> resources, Long[] services, long person, Long[] named, String name, Instant now);

    /** Of what begins after {@code now}, the soonest first. */
    @Query("select b " + PENDING + "order by b.startsAt, b.id")
    List<Booking> findSoonest(Long[] services, long person, Instant now, Limit most);

    @Query("select count(b) " + PENDING)
    int countPending(Long[] services, long person, Instant now);

    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.studentId in :students
            and b.startsAt < :until and b.endsAt > :from order by b.startsAt""")
    List<Booking> findActiveOf(Collection<Long> students, Instant from, Instant until);

    /**
     * What is not over at {@code now} of what was searched for, by start.
     *
     * @param resource only of this one; null = of all
     */
    @Query("select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.endsAt > :now"
            + " and (:resource is null or b.resourceId = :resource) and " + FOUND + "order by b.startsAt, b.id")
    List<Booking> findUpcoming(Instant now, @Nullable Long resource, Long[] named, String name, Limit limit);

    @Query("""
            select b from Booking b where b.status in ('PENDING', 'APPROVED') and b.serviceId = :service and b.startsAt > :now
            order by b.startsAt, b.id""")
    List<Booking> findUpcomingOf(long service, Instant now);

    List<Booking> findAllByServiceIdAndStatusAndEndedAtOrderByStartsAtAscId(long service, BookingStatus status, Instant at);

    List<Booking> findAllByIdLessThanOrderByIdDesc(long before, Limit most);

    List<Booking> findAllByStudentIdAndIdLessThanOrderByIdDesc(long student, long before, Limit most);

    @Query("select b from Booking b where (b.resourceId = :resource or b.studentId = :student) and b.id < :before order by b.id desc")
    List<Booking> findAllOf(long resource, long student, long before, Limit most);
}
