package org.mentorportal.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Refused;

/** A board as one viewer sees it. */
public record BoardView(BoardState state, List<OwnBooking> own) {

    /** What {@code slot} of {@code service} is to this viewer at {@code now}. */
    public SlotState stateOf(Slot slot, ServiceInfo service, Instant now) {
        Optional<OwnBooking> mine = own.stream().filter(booking -> booking.isOf(slot)).findFirst();
        if (mine.isPresent()) {
            return new SlotState.Yours(mine.get(), now);
        }
        return refusal(slot, service, now)
                .<SlotState>map(SlotState.Unavailable::new)
                .orElseGet(() -> new SlotState.Free(service.capacity() - seatsHeld(slot)));
    }

    private Optional<Refused> refusal(Slot slot, ServiceInfo service, Instant now) {
        if (!now.isBefore(slot.start())) {
            return Optional.of(Refused.because(BookingRuleId.SLOT_PASSED, slot.start()));
        }
        return occupied(slot, service).or(() -> RequestRules.notYetOpen(slot, now)).or(() -> RequestRules.tooLate(slot, service, now))
                .or(() -> ownDay(slot, service));
    }

    /** Why the slot is lost to this viewer whatever the time is: closed, taken, or their own booking stands in the way. */
    Optional<Refused> occupied(Slot slot, ServiceInfo service) {
        return state.closures().stream().filter(closed -> closed.overlaps(slot)).findFirst()
                .map(closed -> Refused.because(BookingRuleId.CLOSED, closed.reason()))
                .or(() -> own.stream().filter(booking -> booking.overlaps(slot)).findFirst()
                        .map(RequestRules::ownBookingThen))
                .or(() -> seatsHeld(slot) >= service.capacity()
                        ? Optional.of(Refused.because(BookingRuleId.SLOT_TAKEN)) : Optional.empty())
                .or(() -> state.occupied().stream().anyMatch(other -> !other.isOf(slot) && other.overlaps(slot))
                        ? Optional.of(Refused.because(BookingRuleId.RESOURCE_TAKEN, service.resource().name()))
                        : Optional.empty());
    }

    boolean isOwn(Slot slot) {
        return own.stream().anyMatch(booking -> booking.isOf(slot));
    }

    private Optional<Refused> ownDay(Slot slot, ServiceInfo service) {
        return service.onePerDay() && own.stream().anyMatch(booking -> booking.service().id().equals(service.id())
                && booking.day().equals(slot.day()))
                ? Optional.of(Refused.because(BookingRuleId.ONE_PER_DAY, service.name(), slot.day())) : Optional.empty();
    }

    private int seatsHeld(Slot slot) {
        return state.occupied().stream().filter(other -> other.isOf(slot)).mapToInt(BoardState.Occupied::seats).sum();
    }
}
