package org.mentorportal.booking;

import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import org.mentorportal.live.LiveSettings;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Subscription;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The boards that are open on this node (DESIGN.md section 7). However many screens watch one, a change costs one read of
 * it, plus one for each account that the change concerns and that watches.
 */
@Component
public class SlotBoards {

    private static final Logger log = LoggerFactory.getLogger(SlotBoards.class);

    private final BoardReader reader;
    private final SlotSearch search;
    private final CatalogueService catalogue;
    private final LiveExecutor executor;
    private final CurrentActor actor;
    private final Clock clock;
    private final Map<BoardKey, Board> open = new ConcurrentHashMap<>();
    private final Map<BoardKey, Subscription> wakeUps = new ConcurrentHashMap<>();

    SlotBoards(BoardReader reader, SlotSearch search, CatalogueService catalogue, LiveUpdates live, LiveExecutor executor, CurrentActor actor,
               Clock clock, LiveSettings settings) {
        this.actor = actor;
        this.reader = reader;
        this.search = search;
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
        log.debug("{}: {} screens told", board, board.watchers().size());
        board.watchers().forEach(watcher -> executor.execute(watcher.changed()));
    }

    /** A few statements for all open boards: one for the boards, one for the own bookings of everybody who watches, one for each outside rule. */
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
        Map<BoardKey, Map<AccountId, Own>> own = reader.own(before.entrySet().stream()
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
                        .map(why -> new NotDone(why, search.nearest(service, start, List.of(view), List.of(wanted.day()), BookingPath.STUDENT)))));
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

    /** How many boards are open on this node. */
    int openBoards() {
        return open.size();
    }
}
