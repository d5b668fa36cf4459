package org.mentorportal.booking;

import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueChanges;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.live.LiveExecutor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Subscription;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The boards that are open on this node (DESIGN.md section 7). However many screens watch one, a change costs one read of
 * it, plus one for each account that the change concerns and that watches.
 */
@Component
@EnableConfigurationProperties(LiveSettings.class)
public class SlotBoards {

    private static final int NEAREST = 3;

    /** How much further than a student may look staff are shown, in weeks. */
    private static final int STAFF_WEEKS = 4;

    private final BoardReader reader;
    private final CatalogueService catalogue;
    private final LiveExecutor executor;
    private final CurrentActor actor;
    private final Clock clock;
    private final Map<BoardKey, Board> open = new ConcurrentHashMap<>();
    private final Map<BoardKey, Subscription> wakeUps = new ConcurrentHashMap<>();

    SlotBoards(BoardReader reader, CatalogueService catalogue, LiveUpdates live, LiveExecutor executor, CurrentActor actor,
               Clock clock, LiveSettings settings) {
        this.actor = actor;
        this.reader = reader;
        this.catalogue = catalogue;
        this.executor = executor;
        this.clock = clock;
        live.subscribeToAll(this::changed);
        executor.every(settings.reread(), this::rereadAll);
    }

    /**
     * Opens the board for one screen of the person who asks.
     *
     * @param changed runs on live's executor after each change, by an action or by the clock; it must not block
     */
    @PermitAll
    public BoardWatch watch(BoardKey key, Runnable changed) {
        return watch(key, actor.get().id(), changed);
    }

    BoardWatch watch(BoardKey key, AccountId viewer, Runnable changed) {
        var watcher = new Board.Watcher(viewer, changed);
        Board board = open.compute(key, (k, known) -> {
            Board it = known == null ? new Board(key, reader) : known;
            it.add(watcher);
            return it;
        });
        try {
            bringUpToDate(board);
            planWakeUp(board);
        } catch (RuntimeException failure) {
            leave(key, watcher); // the screen has nothing to close
            throw failure;
        }
        return new BoardWatch() {
            @Override
            public BoardView now() {
                return Objects.requireNonNull(board.seenBy(viewer), "the watch is closed");
            }

            @Override
            public void close() {
                leave(key, watcher);
            }
        };
    }

    private void leave(BoardKey key, Board.Watcher watcher) {
        open.computeIfPresent(key, (k, board) -> {
            board.remove(watcher);
            if (board.isUnwatched()) {
                Optional.ofNullable(wakeUps.remove(key)).ifPresent(Subscription::close);
                return null;
            }
            return board;
        });
    }

    private void changed(Set<Topic> topics) {
        open.values().forEach(board -> {
            boolean offer = topics.contains(CatalogueChanges.of(board.key().resource()));
            Set<AccountId> concerned = board.watchers().stream().map(Board.Watcher::viewer)
                    .filter(viewer -> offer || topics.contains(Topic.account(viewer))).collect(Collectors.toSet());
            boolean itself = topics.contains(board.key().topic());
            if (offer) {
                board.markStale(itself, concerned);
                executor.execute(() -> redraw(board));
            } else if (itself || !concerned.isEmpty()) {
                board.markStale(itself, concerned);
                executor.execute(() -> bringUpToDate(board)); // each by itself: one that cannot be read must not stop the rest
            }
        });
    }

    private void bringUpToDate(Board board) {
        if (board.readWhatIsStale()) {
            tell(board);
        }
    }

    /** Another offer is another week, though nothing of what is occupied changed. */
    private void redraw(Board board) {
        board.readWhatIsStale();
        tell(board);
        planWakeUp(board);
    }

    private void tell(Board board) {
        board.watchers().forEach(watcher -> executor.execute(watcher.changed()));
    }

    /** Two statements for all open boards: one for the boards, one for the own bookings of everybody who watches. */
    private void rereadAll() {
        Map<BoardKey, Board.Seen> before = new HashMap<>();
        open.values().forEach(board -> {
            if (board.isStale()) {
                executor.execute(() -> bringUpToDate(board)); // what an earlier read failed to bring
            } else {
                before.put(board.key(), board.seen());
            }
        });
        if (before.isEmpty()) {
            return;
        }
        Map<BoardKey, BoardState> states = reader.states(before.keySet());
        Map<BoardKey, Map<AccountId, List<OwnBooking>>> own = reader.own(before.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().own().keySet())));
        before.forEach((key, known) -> {
            Board board = open.get(key);
            if (board != null && board.offer(new Board.Seen(states.get(key), own.get(key)), known)) {
                tell(board);
            }
        });
    }

    /** Plans to redraw when the next slot opens, lapses, begins or ends; each redraw plans the next. */
    private void planWakeUp(Board board) {
        BoardKey key = board.key();
        Instant now = clock.instant();
        Optional<Instant> next = catalogue.current().servicesOf(key.resource()).stream()
                .flatMap(service -> Slots.ofWeek(key.monday(), service, clock.getZone()).stream())
                .flatMap(slot -> Stream.of(slot.opensAt(), slot.lapsesAt(), slot.start(), slot.end()))
                .filter(moment -> moment.isAfter(now)).min(Comparator.naturalOrder());
        next.ifPresent(moment -> open.computeIfPresent(key, (k, it) -> {
            if (it != board) {
                return it; // closed and opened anew meanwhile
            }
            Subscription planned = executor.at(moment, () -> {
                tell(board);
                planWakeUp(board);
            });
            Optional.ofNullable(wakeUps.put(key, planned)).ifPresent(Subscription::close);
            return it;
        }));
    }

    /**
     * What an open board already knows to be lost to this viewer: no statement is needed to say so. Nothing, if no screen of
     * the viewer watches the board, or if the slot is the viewer's own.
     */
    Optional<NotDone> knownLoss(ServiceInfo service, Instant start, AccountId viewer) {
        Optional<Slot> slot = Slots.at(start, service, clock.getZone());
        return slot.flatMap(wanted -> seen(service, wanted, viewer)
                .filter(view -> !view.isOwn(wanted))
                .flatMap(view -> view.occupied(wanted, service)
                        .map(why -> new NotDone(why, nearest(service, start, List.of(view), List.of(wanted.day()), BookingPath.STUDENT)))));
    }

    private Optional<BoardView> seen(ServiceInfo service, Slot slot, AccountId viewer) {
        return Optional.ofNullable(open.get(BoardKey.of(service.resource().id(), slot.day())))
                .filter(Board::isCurrent).map(board -> board.seenBy(viewer));
    }

    /** Reads again, at once, the board on which this viewer saw a slot free that is lost: they are about to be told so. */
    void rereadFor(AccountId viewer, ServiceInfo service, Instant start) {
        Board board = open.get(BoardKey.of(service.resource().id(), LocalDate.ofInstant(start, clock.getZone())));
        if (board != null && board.seenBy(viewer) != null) {
            board.markStale(true, Set.of(viewer));
            bringUpToDate(board);
        }
    }

    /** The next free slots of {@code service} for the person who asks, from now over its horizon, at most {@code count}. */
    @PermitAll
    public List<Slot> nextFree(ServiceInfo service, int count) {
        Instant now = clock.instant();
        return coming(service, 1, actor.get().id(), (view, slot) -> view.stateOf(slot, service, now) instanceof SlotState.Free)
                .limit(count).toList();
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
        List<BoardKey> keys = today.datesUntil(today.plusDays(service.timing().horizon() + 7L * more), Period.ofWeeks(1))
                .map(week -> BoardKey.of(service.resource().id(), week)).toList();
        Map<BoardKey, BoardView> views = views(keys, viewer);
        return keys.stream().flatMap(key -> Slots.ofWeek(key.monday(), service, clock.getZone()).stream()
                .filter(slot -> wanted.test(views.get(key), slot)));
    }

    /** Up to three slots of {@code service} that are free for {@code student}, nearest to {@code start}, three weeks around it, read now. */
    List<Slot> nearestFree(ServiceInfo service, Instant start, AccountId student, BookingPath path) {
        LocalDate day = LocalDate.ofInstant(start, clock.getZone());
        List<LocalDate> weeks = List.of(day.minusWeeks(1), day, day.plusWeeks(1));
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

    private List<Slot> nearest(ServiceInfo service, Instant start, List<BoardView> views, List<LocalDate> days,
                               BookingPath path) {
        Instant now = clock.instant();
        record Candidate(Slot slot, BoardView view, Duration away) {
        }
        return Stream.iterate(0, n -> n < views.size(), n -> n + 1)
                .flatMap(n -> Slots.ofWeek(BoardKey.of(service.resource().id(), days.get(n)).monday(), service, clock.getZone())
                        .stream().map(slot -> new Candidate(slot, views.get(n), Duration.between(start, slot.start()).abs())))
                .sorted(Comparator.comparing(Candidate::away)) // then the rules are asked of the nearest ones only
                .filter(near -> near.view.occupied(near.slot, service).isEmpty()
                        && near.view.stateOf(near.slot, service, now, path) instanceof SlotState.Free)
                .limit(NEAREST).map(Candidate::slot).sorted(Comparator.comparing(Slot::start)).toList();
    }

    /** The three of {@code slots} nearest to {@code start}, by start. */
    static List<Slot> nearest(List<Slot> slots, Instant start) {
        return slots.stream().sorted(Comparator.comparing(slot -> Duration.between(start, slot.start()).abs()))
                .limit(NEAREST).sorted(Comparator.comparing(Slot::start)).toList();
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

    /** How many boards are open on this node. */
    int openBoards() {
        return open.size();
    }
}
