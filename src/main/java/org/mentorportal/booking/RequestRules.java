package org.mentorportal.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Minutes;
import org.mentorportal.shared.Refused;

/**
 * The rules of a student's own request, in the order in which they are worth hearing. What two people can race for
 * (the seat, the resource, the student's own time) is the database's to decide and not here.
 */
final class RequestRules {

    private RequestRules() {
    }

    static Optional<Refused> firstBroken(RequestBooking request, ServiceInfo service, Slot slot, BookingStore.Facts facts,
                                         Instant now) {
        return Stream.<Supplier<Optional<Refused>>>of(
                () -> offered(service),
                () -> notPassed(slot, now),
                () -> notClosed(facts),
                () -> notYetOpen(slot, now),
                () -> tooLate(slot, service, now),
                () -> purposeGiven(request),
                () -> detailsFit(request),
                () -> playersFit(request, service)
        ).map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refused> offered(ServiceInfo service) {
        return when(service.retired(), BookingRuleId.SERVICE_RETIRED, service.name());
    }

    private static Optional<Refused> notPassed(Slot slot, Instant now) {
        return when(!now.isBefore(slot.start()), BookingRuleId.SLOT_PASSED, slot.start());
    }

    private static Optional<Refused> notClosed(BookingStore.Facts facts) {
        return Optional.ofNullable(facts.closed()).map(reason -> Refused.because(BookingRuleId.CLOSED, reason));
    }

    static Optional<Refused> notYetOpen(Slot slot, Instant now) {
        return when(now.isBefore(slot.opensAt()), BookingRuleId.NOT_YET_OPEN, slot.opensAt());
    }

    static Optional<Refused> tooLate(Slot slot, ServiceInfo service, Instant now) {
        return when(!now.isBefore(slot.lapsesAt()), BookingRuleId.TOO_LATE, new Minutes(service.timing().notice()));
    }

    private static Optional<Refused> purposeGiven(RequestBooking request) {
        return when(request.purpose().isEmpty(), BookingRuleId.PURPOSE_NEEDED);
    }

    private static Optional<Refused> detailsFit(RequestBooking request) {
        return when(request.purpose().length() > 300 || request.contact().length() > 120, BookingRuleId.DETAILS_TOO_LONG);
    }

    private static Optional<Refused> playersFit(RequestBooking request, ServiceInfo service) {
        return when(request.players() < 1 || request.players() > service.players(), BookingRuleId.TOO_MANY_PLAYERS,
                service.players());
    }

    static Refused ownBookingThen(OwnBooking booking) {
        return Refused.because(BookingRuleId.OWN_BOOKING_THEN, booking.service().name(), booking.start());
    }

    private static Optional<Refused> when(boolean broken, BookingRuleId rule, Object... arguments) {
        return broken ? Optional.of(Refused.because(rule, arguments)) : Optional.empty();
    }
}
