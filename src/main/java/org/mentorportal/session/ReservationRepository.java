package org.mentorportal.session;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Has no {@code save}: rows are made by {@link SessionStore}; marks are verbs on the entity. */
interface ReservationRepository extends Repository<Reservation, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Reservation r where r.bookingId = :booking")
    Optional<Reservation> lock(long booking);

    void flush();
}
