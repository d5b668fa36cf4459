package org.mentorportal.booking;

import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Component;

/** Looks for slots: which are free, for whom, and nearest to what. Reads now, weeks in a row in two statements. */
@Component
public class SlotSearch {

    /** How far staff are shown slots, whom no horizon binds, in weeks: beyond a student's horizon, or to either side of a slot. */
    private static final int STAFF_WEEKS = 4;

    private final BoardReader reader;
    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final Clock clock;

    SlotSearch(BoardReader reader, CatalogueService catalogue, CurrentActor actor, Clock clock) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.actor = actor;
        this.clock = clock;
    }

    /** The next free slots of {@code service} for the person who asks, from now over its horizon, at most {@code count}. */
    @PermitAll
    public List<Slot> nextFree(ServiceInfo service, int count) {
        Instant now = clock.instant();
        return coming(service, 1, actor.get().id(), (view, slot) -> view.stateOf(slot, service, now) instanceof SlotState.Free)
                .limit(count).toList();
    }

    /**
     * Where the nearest slots to {@code slot} are that the person who asks could book by {@code path}, by start: all that are free
     * until a student's horizon, or to staff the weeks around.
     */
    @PermitAll
    public List<Slot> freeAround(Slot slot, ServiceInfo service, BookingPath path) {
        Instant now = clock.instant();
        BiPredicate<BoardView, Slot> free = (view, one) -> view.stateOf(one, service, now, path) instanceof SlotState.Free;
        return (path == BookingPath.STUDENT ? coming(service, 1, actor.get().id(), free) : around(slot.day(), service, free)).toList();
    }

    private Stream<Slot> around(LocalDate day, ServiceInfo service, BiPredicate<BoardView, Slot> wanted) {
        LocalDate today = LocalDate.now(clock);
        LocalDate middle = day.isBefore(today) ? today : day;
        LocalDate first = middle.minusWeeks(STAFF_WEEKS);
        return between(first.isBefore(today) ? today : first, middle.plusWeeks(STAFF_WEEKS + 1L), service, actor.get().id(), wanted);
    }

    /** Where a booking could go by {@code path}, the rules of its student's time and quotas counted without it. */
    List<Slot> placesFor(BookingDetails booking, BookingPath path) {
        ServiceInfo service = catalogue.current().service(booking.service().id());
        Instant now = clock.instant();
        return service.retired() ? List.of() : coming(service, path == BookingPath.STUDENT ? 1 : STAFF_WEEKS, booking.student(),
                (whole, slot) -> {
                    BoardView view = whole.without(booking);
                    return !slot.start().equals(booking.start()) && view.occupied(slot, service).isEmpty()
                            && view.stateOf(slot, service, now, path) instanceof SlotState.Free;
                }).toList();
    }

    /** What a slot is to a student, read now. */
    SlotState stateFor(AccountId student, ServiceInfo service, Slot slot) {
        BoardKey key = BoardKey.of(service.resource().id(), slot.day());
        return views(List.of(key), student).get(key).stateOf(slot, service, clock.instant());
    }

    /** The slots from this week over the service's horizon and {@code more} weeks that {@code wanted} lets through, by start. */
    private Stream<Slot> coming(ServiceInfo service, int more, AccountId viewer, BiPredicate<BoardView, Slot> wanted) {
        LocalDate today = LocalDate.now(clock);
        return between(today, today.plusDays(service.timing().horizon() + 7L * more), service, viewer, wanted);
    }

    private Stream<Slot> between(LocalDate first, LocalDate until, ServiceInfo service, AccountId viewer, BiPredicate<BoardView, Slot> wanted) {
        List<BoardKey> keys = first.datesUntil(until, Period.ofWeeks(1))
                .map(week -> BoardKey.of(service.resource().id(), week)).toList();
        Map<BoardKey, BoardView> views = views(keys, viewer);
        return keys.stream().flatMap(key -> Slots.ofWeek(key.monday(), service, clock.getZone()).stream()
                .filter(slot -> wanted.test(views.get(key), slot)));
    }

    /** Up to three slots of {@code service} that are free for {@code student}, nearest to {@code start}, three weeks around it, read now. */
    List<Slot> nearestFree(ServiceInfo service, Instant start, AccountId student, BookingPath path) {
        List<Slot> ofTheWeek = nearestFree(service, start, student, path, List.of(day(start)));
        return Nearest.isEnough(ofTheWeek, start, clock.getZone()) ? ofTheWeek
                : nearestFree(service, start, student, path, List.of(day(start).minusWeeks(1), day(start), day(start).plusWeeks(1)));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private List<Slot> nearestFree(ServiceInfo service, Instant start, AccountId student, BookingPath path, List<LocalDate> weeks) {
        List<BoardKey> keys = weeks.stream().map(week -> BoardKey.of(service.resource().id(), week)).toList();
        Map<BoardKey, BoardView> views = views(keys, student);
        return nearest(service, start, keys.stream().map(views::get).toList(), weeks, path);
    }

    /** Read now, in two statements however many they are. */
    private Map<BoardKey, BoardView> views(List<BoardKey> keys, AccountId viewer) {
        Map<BoardKey, BoardState> states = reader.states(keys);
        return reader.own(keys.stream().collect(Collectors.toMap(Function.identity(), key -> Set.of(viewer)))).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, own -> new BoardView(states.get(own.getKey()), own.getValue().get(viewer))));
    }

    List<Slot> nearest(ServiceInfo service, Instant start, List<BoardView> views, List<LocalDate> days,
                               BookingPath path) {
        Instant now = clock.instant();
        record Candidate(Slot slot, BoardView view, Duration away) {
        }
        return Stream.iterate(0, n -> n < views.size(), n -> n + 1)
                .flatMap(n -> Slots.ofWeek(BoardKey.of(service.resource().id(), days.get(n)).monday(), service, clock.getZone())
                        .stream().map(slot -> new Candidate(slot, views.get(n), Nearest.away(slot, start))))
                .sorted(Comparator.comparing(Candidate::away)) // then the rules are asked of the nearest ones only
                .filter(near -> near.view.occupied(near.slot, service).isEmpty()
                        && near.view.stateOf(near.slot, service, now, path) instanceof SlotState.Free)
                .limit(Nearest.COUNT).map(Candidate::slot).sorted(Comparator.comparing(Slot::start)).toList();
    }

    /** The slots of {@code service} from one day to another, both inclusive, as the person who asks would book them; read now. */
    @PermitAll
    public List<SlotView> slots(ServiceInfo service, LocalDate from, LocalDate to) {
        Actor person = actor.get();
        boolean staff = !person.is(Role.STUDENT) && (person.is(Role.ADMIN) || service.resource().belongsTo(person.id()));
        BookingPath path = staff ? BookingPath.STAFF : BookingPath.STUDENT;
        Instant now = clock.instant();
        List<BoardKey> keys = BoardKey.monday(from).datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .map(week -> BoardKey.of(service.resource().id(), week)).toList();
        Map<BoardKey, BoardView> views = views(keys, person.id());
        return from.datesUntil(to.plusDays(1)).flatMap(day -> {
            BoardView view = views.get(BoardKey.of(service.resource().id(), day));
            return Slots.on(day, service, clock.getZone()).stream()
                    .map(slot -> new SlotView(slot, view.stateOf(slot, service, now, path), view.seatsHeld(slot)));
        }).toList();
    }
}
