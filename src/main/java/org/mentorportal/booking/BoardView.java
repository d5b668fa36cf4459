package org.mentorportal.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Refused;

/**
 * A board as one viewer sees it.
 *
 * @param viewers what is the viewer's own
 */
public record BoardView(BoardState state, Own viewers) {

    /** What {@code slot} of {@code service} is to this viewer, who would book for themselves, at {@code now}. */
    public SlotState stateOf(Slot slot, ServiceInfo service, Instant now) {
        return stateOf(slot, service, now, BookingPath.STUDENT);
    }

    /** The same for a viewer who would book by {@code path}; to staff, only what nobody could pass is in the way. */
    public SlotState stateOf(Slot slot, ServiceInfo service, Instant now, BookingPath path) {
        boolean student = path == BookingPath.STUDENT;
        Optional<OwnBooking> mine = own().stream().filter(booking -> student && booking.isOf(slot)).findFirst();
        if (mine.isPresent()) {
            return new SlotState.Yours(mine.get(), now);
        }
        return BookingRules.passed(slot, now)
                .or(() -> student ? occupied(slot, service) : held(slot, service))
                .or(() -> student ? barred(slot) : Optional.empty())
                .or(() -> student ? notForStudents(slot, service, now) : Optional.empty())
                .<SlotState>map(SlotState.Unavailable::new)
                .orElseGet(() -> new SlotState.Free(service.capacity() - seatsHeld(slot)));
    }

    private List<OwnBooking> own() {
        return viewers.bookings();
    }

    private Optional<Refused> barred(Slot slot) {
        return viewers.bars().stream().filter(bar -> bar.covers(slot.service(), slot.day())).findFirst().map(Bar::why);
    }

    private Optional<Refused> notForStudents(Slot slot, ServiceInfo service, Instant now) {
        return BookingRules.notYetOpen(slot, service, now).or(() -> BookingRules.tooLate(slot, service, now))
                .or(() -> BookingRules.overQuota(used(slot, now), slot, service));
    }

    private Used used(Slot slot, Instant now) {
        List<OwnBooking> counted = own().stream().filter(booking -> booking.service().id().equals(slot.service()))
                .filter(booking -> booking.status() == BookingStatus.APPROVED || booking.start().isAfter(now)).toList();
        LocalDate monday = BoardKey.monday(slot.day());
        return new Used(count(counted, booking -> booking.day().equals(slot.day())),
                count(counted, booking -> BoardKey.monday(booking.day()).equals(monday)),
                counted.stream().map(OwnBooking::start).filter(start -> start.isAfter(now)).sorted().toList(),
                count(own(), booking -> booking.service().id().equals(slot.service()) && booking.day().equals(slot.day())));
    }

    private static int count(List<OwnBooking> bookings, Predicate<OwnBooking> which) {
        return (int) bookings.stream().filter(which).count();
    }

    /** Why the slot is lost to this viewer whatever the time is: closed, taken, or their own booking stands in the way. */
    Optional<Refused> occupied(Slot slot, ServiceInfo service) {
        return closed(slot).or(() -> own().stream().filter(booking -> booking.overlaps(slot)).findFirst().map(BookingRules::ownBookingThen))
                .or(() -> taken(slot, service));
    }

    private Optional<Refused> held(Slot slot, ServiceInfo service) {
        return closed(slot).or(() -> taken(slot, service));
    }

    private Optional<Refused> closed(Slot slot) {
        return state.closures().stream().filter(closed -> closed.overlaps(slot)).findFirst()
                .map(closed -> Refused.because(BookingRuleId.CLOSED, closed.reason()));
    }

    private Optional<Refused> taken(Slot slot, ServiceInfo service) {
        if (seatsHeld(slot) >= service.capacity()) {
            return Optional.of(Refused.because(BookingRuleId.SLOT_TAKEN));
        }
        return state.occupied().stream().anyMatch(other -> !other.isOf(slot) && other.overlaps(slot))
                ? Optional.of(Refused.because(BookingRuleId.RESOURCE_TAKEN, service.resource().name())) : Optional.empty();
    }

    /** As if that booking, which is the viewer's, were not there: what it could move to. */
    BoardView without(BookingDetails booking) {
        return new BoardView(new BoardState(state.occupied().stream().map(held -> held.service().equals(booking.service().id())
                && held.start().equals(booking.start()) ? held.withOneLess() : held).filter(held -> held.seats() > 0).toList(),
                state.closures()), new Own(own().stream().filter(mine -> !mine.id().equals(booking.id())).toList(), viewers.bars()));
    }

    boolean isOwn(Slot slot) {
        return own().stream().anyMatch(booking -> booking.isOf(slot));
    }

    int seatsHeld(Slot slot) {
        return state.occupied().stream().filter(other -> other.isOf(slot)).mapToInt(BoardState.Occupied::seats).sum();
    }
}
