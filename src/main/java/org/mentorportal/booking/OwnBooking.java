package org.mentorportal.booking;

import java.time.Instant;
import java.time.LocalDate;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;

/** An active booking of the viewer's own, on whatever resource, laid over the board. */
public record OwnBooking(BookingId id, ServiceInfo service, Instant start, Instant end, LocalDate day, BookingStatus status) {

    boolean isOf(Slot slot) {
        return service.id().equals(slot.service()) && start.equals(slot.start());
    }

    boolean overlaps(Slot slot) {
        return start.isBefore(slot.end()) && end.isAfter(slot.start());
    }
}
