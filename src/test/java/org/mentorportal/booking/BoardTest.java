package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BoardState.Closed;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.live.LiveExecutor;
import org.mentorportal.live.LiveSettings;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.mockito.ArgumentCaptor;

/** How often one board is read, and what a read that overlaps a change may not do (DESIGN.md section 7). */
@Timeout(20)
class BoardTest {

    private static final BoardKey KEY = BoardKey.of(new ResourceId(1), LocalDate.of(2026, 11, 23));
    private static final AccountId ANN = new AccountId(1);
    private static final AccountId BEN = new AccountId(2);

    private final Reads reads = new Reads();
    private final Board board = new Board(KEY, reads);

    /** Each read brings another state, named by its number; a test may hold one up or let it fail. */
    private static final class Reads extends BoardReader {

        private final AtomicInteger states = new AtomicInteger();
        private final List<AccountId> own = new ArrayList<>();
        private volatile CountDownLatch begun = new CountDownLatch(0);
        private volatile CountDownLatch mayEnd = new CountDownLatch(0);
        private volatile boolean failing;

        Reads() {
            super(null, null, List.of(), null);
        }

        @Override
        Map<BoardKey, BoardState> states(Collection<BoardKey> keys) {
            int number = states.incrementAndGet();
            begun.countDown();
            try {
                assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (failing) {
                throw new IllegalStateException("the database is away");
            }
            return Map.of(KEY, state(number));
        }

        @Override
        Own own(BoardKey key, AccountId student) {
            own.add(student);
            return Own.NOTHING;
        }
    }

    private static BoardState state(int number) {
        return new BoardState(List.of(), List.of(new Closed(Instant.EPOCH, Instant.MAX, "read " + number)));
    }

    private String shown() {
        return board.seen().state().closures().getFirst().reason();
    }

    private static Board.Watcher watcher(AccountId viewer) {
        return new Board.Watcher(viewer, () -> { });
    }

    @Test
    void boardIsReadOnceForAllWhoWatchItAndOnceForEachsOwn() {
        board.add(watcher(ANN));
        board.readWhatIsStale();
        board.add(watcher(BEN));
        board.readWhatIsStale();
        board.add(watcher(ANN));
        board.readWhatIsStale();

        assertThat(reads.states).hasValue(1);
        assertThat(reads.own).containsExactly(ANN, BEN);
    }

    @Test
    void onlyADifferenceIsTold() {
        board.add(watcher(ANN));
        assertThat(board.readWhatIsStale()).as("nobody was shown anything before").isFalse();
        board.add(watcher(BEN));
        assertThat(board.readWhatIsStale()).as("Ben's own bookings are Ben's").isFalse();
        board.markStale(false, Set.of(ANN));
        assertThat(board.readWhatIsStale()).as("Ann's are as they were").isFalse();
        board.markStale(true, Set.of());
        assertThat(board.readWhatIsStale()).isTrue();
    }

    @Test
    void changesDuringAReadCauseExactlyOneMore() throws InterruptedException {
        board.add(watcher(ANN));
        reads.begun = new CountDownLatch(1);
        reads.mayEnd = new CountDownLatch(1);
        Thread first = Thread.startVirtualThread(board::readWhatIsStale);
        reads.begun.await();

        List<Thread> changes = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            changes.add(Thread.startVirtualThread(() -> {
                board.markStale(true, Set.of());
                board.readWhatIsStale();
            }));
        }
        while (changes.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.sleep(Duration.ofMillis(5)); // until all five wait for the first read
        }
        reads.mayEnd.countDown();
        first.join();
        for (Thread change : changes) {
            change.join();
        }

        assertThat(reads.states).as("one for the first, one for the five").hasValue(2);
        assertThat(shown()).isEqualTo("read 2");
    }

    @Test
    void failedReadIsTriedAgain() {
        board.add(watcher(ANN));
        board.readWhatIsStale();
        board.markStale(true, Set.of());
        reads.failing = true;
        assertThatThrownBy(board::readWhatIsStale).hasMessage("the database is away");
        assertThat(shown()).as("what is known stays on the screens").isEqualTo("read 1");
        reads.failing = false;

        assertThat(board.readWhatIsStale()).isTrue();
        assertThat(shown()).isEqualTo("read 3");
        assertThat(board.seenBy(ANN)).isNotNull();
        assertThat(board.readWhatIsStale()).as("and then it is quiet").isFalse();
    }

    @Test
    void reReadNeverOverwritesWhatWasReadMeanwhile() {
        board.add(watcher(ANN));
        board.readWhatIsStale();
        Board.Seen before = board.seen();
        board.markStale(true, Set.of());
        assertThat(board.offer(seen(99), before)).as("a change is waiting to be read").isFalse();
        board.readWhatIsStale();

        assertThat(board.offer(seen(99), before)).as("it was read since").isFalse();
        assertThat(shown()).isEqualTo("read 2");
        assertThat(board.offer(seen(2), board.seen())).as("nothing is new").isFalse();
        assertThat(board.offer(seen(99), board.seen())).isTrue();
        assertThat(shown()).isEqualTo("read 99");
    }

    private static Board.Seen seen(int number) {
        return new Board.Seen(state(number), Map.of(ANN, Own.NOTHING));
    }

    @Test
    void whoCameBackSeesTheirOwnBookingsAsTheyAreNow() {
        Board.Watcher ann = watcher(ANN);
        board.add(ann);
        board.add(watcher(BEN));
        board.readWhatIsStale();
        board.remove(ann);
        reads.own.clear();

        board.add(watcher(ANN));
        board.readWhatIsStale();

        assertThat(reads.own).as("nobody told the board of Ann's bookings while she was away").containsExactly(ANN);
    }

    @Test
    void secondScreenOfTheSamePersonStaysWhenTheFirstCloses() {
        Board.Watcher first = watcher(ANN);
        board.add(first);
        board.add(watcher(ANN));
        board.readWhatIsStale();

        board.remove(first);

        assertThat(board.seenBy(ANN)).isNotNull();
    }

    @Test
    void boardThatCannotBeReadWhenItIsOpenedStaysClosed() {
        var boards = new SlotBoards(reads, mock(SlotSearch.class), mock(CatalogueService.class), mock(LiveUpdates.class), mock(LiveExecutor.class), mock(CurrentActor.class),
                Clock.systemUTC(), new LiveSettings(Duration.ofSeconds(5)));
        reads.failing = true;

        assertThatThrownBy(() -> boards.watch(KEY, ANN, () -> { })).hasMessage("the database is away");

        assertThat(boards.openBoards()).isZero();
    }

    @Test
    void boardThatCannotBeReadDoesNotStopTheOthers() {
        BoardKey other = BoardKey.of(new ResourceId(2), KEY.monday());
        var executor = mock(LiveExecutor.class);
        doAnswer(call -> {
            try {
                call.<Runnable>getArgument(0).run();
            } catch (RuntimeException logged) {
                // as live's own executor does
            }
            return null;
        }).when(executor).execute(any());
        var live = mock(LiveUpdates.class);
        var catalogue = mock(CatalogueService.class, RETURNS_DEEP_STUBS);
        var read = new ConcurrentHashMap<BoardKey, Integer>();
        var boards = new SlotBoards(new BoardReader(null, null, List.of(), null) {
            @Override
            Map<BoardKey, BoardState> states(Collection<BoardKey> keys) {
                BoardKey key = keys.iterator().next();
                if (read.merge(key, 1, Integer::sum) > 1 && key.equals(broken(read))) {
                    throw new IllegalStateException("this board cannot be read");
                }
                return Map.of(key, state(1));
            }

            @Override
            Own own(BoardKey key, AccountId student) {
                return Own.NOTHING;
            }
        }, mock(SlotSearch.class), catalogue, live, executor, mock(CurrentActor.class), Clock.systemUTC(), new LiveSettings(Duration.ofSeconds(5)));
        ArgumentCaptor<Consumer<Set<Topic>>> listener = ArgumentCaptor.captor();
        verify(live).subscribeToAll(listener.capture());
        boards.watch(KEY, ANN, () -> { });
        boards.watch(other, ANN, () -> { });

        listener.getValue().accept(Set.of(KEY.topic(), other.topic()));

        assertThat(read).as("both were read again, whichever came first").containsOnly(Map.entry(KEY, 2), Map.entry(other, 2));
    }

    /** Whichever is read again first is the one that breaks. */
    private static BoardKey broken(Map<BoardKey, Integer> read) {
        return read.values().stream().filter(times -> times > 1).count() == 1
                ? read.entrySet().stream().filter(entry -> entry.getValue() > 1).findFirst().orElseThrow().getKey() : null;
    }
}
