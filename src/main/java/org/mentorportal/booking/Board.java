package org.mentorportal.booking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;

/**
 * One open board of this node, from the first screen that watches it to the last. What changed is gathered in
 * {@code stale}; a read takes all of it at once, and reads are serialised, so that changes during a read cause exactly one
 * more and no older read ever overwrites a newer one.
 */
final class Board {

    record Watcher(AccountId viewer, Runnable changed) {
    }

    private final BoardKey key;
    private final BoardReader reader;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock reading = new ReentrantLock();
    private final Set<AccountId> staleOwn = new HashSet<>();
    private boolean staleState = true;
    private volatile Known known = new Known(null, Map.of());

    /** Published as one, and own bookings read last: a viewer's own is never taken for another's. */
    private record Known(@Nullable BoardState state, Map<AccountId, List<OwnBooking>> own) {

        /** To everybody who watched before; a viewer who is new is not yet shown anything. */
        boolean looksTheSameAs(Known before) {
            return Objects.equals(state, before.state) && before.own.entrySet().stream()
                    .allMatch(one -> one.getValue().equals(own.getOrDefault(one.getKey(), one.getValue())));
        }
    }

    Board(BoardKey key, BoardReader reader) {
        this.key = key;
        this.reader = reader;
    }

    BoardKey key() {
        return key;
    }

    List<Watcher> watchers() {
        return watchers;
    }

    void add(Watcher watcher) {
        watchers.add(watcher);
        markStale(false, Set.of(watcher.viewer)); // what was known of a viewer who left and came back may be old
    }

    void remove(Watcher watcher) {
        watchers.remove(watcher);
    }

    boolean isUnwatched() {
        return watchers.isEmpty();
    }

    /** @return null until the first read, or if this viewer watches no longer */
    @Nullable BoardView seenBy(AccountId viewer) {
        Known now = known;
        List<OwnBooking> mine = now.own.get(viewer);
        return now.state == null || mine == null ? null : new BoardView(now.state, mine);
    }

    void markStale(boolean itself, Set<AccountId> accounts) {
        synchronized (staleOwn) {
            staleState |= itself;
            staleOwn.addAll(accounts);
        }
    }

    /** @return whether anything is different now, so that all who watch must be told: whoever reads, reads for all */
    boolean readWhatIsStale() {
        reading.lock();
        try {
            boolean itself;
            Set<AccountId> accounts;
            synchronized (staleOwn) {
                itself = staleState;
                accounts = Set.copyOf(staleOwn);
                staleState = false;
                staleOwn.clear();
            }
            return read(itself, accounts);
        } finally {
            reading.unlock();
        }
    }

    private boolean read(boolean itself, Set<AccountId> accounts) {
        Set<AccountId> viewers = watchers.stream().map(Watcher::viewer).collect(Collectors.toSet());
        try {
            BoardState state = itself ? reader.states(Set.of(key)).get(key) : known.state;
            var overlays = new HashMap<>(known.own);
            overlays.keySet().retainAll(viewers);
            accounts.stream().filter(viewers::contains).forEach(viewer -> overlays.put(viewer, reader.own(key, viewer)));
            Known before = known;
            known = new Known(state, Map.copyOf(overlays));
            return !known.looksTheSameAs(before);
        } catch (RuntimeException failure) {
            markStale(itself, accounts); // the next change, or the regular re-read, tries again
            throw failure;
        }
    }

    /** Takes over a state that was read for many boards at once, unless this one was read or went stale meanwhile. */
    boolean offer(BoardState read, @Nullable BoardState before) {
        if (!reading.tryLock()) {
            return false;
        }
        try {
            synchronized (staleOwn) {
                if (staleState || known.state != before || read.equals(before)) {
                    return false;
                }
            }
            known = new Known(read, known.own);
            return true;
        } finally {
            reading.unlock();
        }
    }

    @Nullable BoardState state() {
        return known.state;
    }
}
