package org.mentorportal.booking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open board of this node, from the first screen that watches it to the last. What changed is gathered in
 * {@code stale}; a read takes all of it at once, and reads are serialised, so that changes during a read cause exactly one
 * more and no older read ever overwrites a newer one. Of a person's own bookings it knows only while that person watches:
 * nobody tells it of them at other times.
 */
final class Board {

    private static final Logger log = LoggerFactory.getLogger(Board.class);

    record Watcher(AccountId viewer, Runnable changed) {
    }

    /**
     * What was read last: the board, and the own bookings of everybody who watches. Published as one, and own bookings
     * read last: a viewer's own is never taken for another's.
     */
    record Seen(@Nullable BoardState state, Map<AccountId, Own> own) {

        /** To everybody who watched before; whoever is new, as all are at the first read, is not yet shown anything. */
        private boolean looksTheSameAs(Seen before) {
            return (before.state == null || before.state.equals(state)) && before.own.entrySet().stream()
                    .allMatch(one -> one.getValue().equals(own.getOrDefault(one.getKey(), one.getValue())));
        }

        private Seen with(@Nullable BoardState read, Map<AccountId, Own> readOwn, Set<AccountId> viewers) {
            var all = new HashMap<>(own);
            all.putAll(readOwn);
            all.keySet().retainAll(viewers);
            return new Seen(read == null ? state : read, Map.copyOf(all));
        }
    }

    private final BoardKey key;
    private final BoardReader reader;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final ReentrantLock reading = new ReentrantLock();
    private final Set<AccountId> staleOwn = new HashSet<>();
    private boolean staleState = true;
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(null, Map.of()));

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

    private Set<AccountId> viewers() {
        return watchers.stream().map(Watcher::viewer).collect(Collectors.toSet());
    }

    void add(Watcher watcher) {
        watchers.add(watcher);
        markStale(false, seen.get().own.containsKey(watcher.viewer) ? Set.of() : Set.of(watcher.viewer));
    }

    void remove(Watcher watcher) {
        watchers.remove(watcher);
        seen.updateAndGet(known -> known.with(null, Map.of(), viewers()));
    }

    boolean isUnwatched() {
        return watchers.isEmpty();
    }

    Seen seen() {
        return seen.get();
    }

    /** @return null until the first read, or if this viewer watches no longer */
    @Nullable BoardView seenBy(AccountId viewer) {
        Seen known = seen.get();
        Own mine = known.own.get(viewer);
        return known.state == null || mine == null ? null : new BoardView(known.state, mine);
    }

    void markStale(boolean itself, Set<AccountId> accounts) {
        synchronized (staleOwn) {
            staleState |= itself;
            staleOwn.addAll(accounts);
        }
    }

    boolean isStale() {
        synchronized (staleOwn) {
            return staleState || !staleOwn.isEmpty();
        }
    }

    /** Whether what is known is as new as anything announced: nothing waits to be read, and nothing is being read. */
    boolean isCurrent() {
        return !isStale() && !reading.isLocked();
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
            return (itself || !accounts.isEmpty()) && read(itself, accounts);
        } finally {
            reading.unlock();
        }
    }

    private boolean read(boolean itself, Set<AccountId> accounts) {
        try {
            BoardState state = itself ? reader.states(Set.of(key)).get(key) : null;
            Set<AccountId> watching = viewers();
            Map<AccountId, Own> own = accounts.stream().filter(watching::contains)
                    .collect(Collectors.toMap(viewer -> viewer, viewer -> reader.own(key, viewer)));
            log.debug("{} read{}, with the own bookings of {}", this, itself ? "" : " as far as its viewers are concerned", own.size());
            Seen before = seen.get();
            return !seen.updateAndGet(known -> known.with(state, own, viewers())).looksTheSameAs(before);
        } catch (RuntimeException failure) {
            markStale(itself, accounts); // the next change, or the regular re-read, tries again
            throw failure;
        }
    }

    /** Takes over what was read for many boards at once, unless this one was read or went stale meanwhile, or nothing is new. */
    boolean offer(Seen read, Seen before) {
        if (!reading.tryLock()) {
            return false;
        }
        try {
            return !isStale() && !read.equals(before) && seen.compareAndSet(before, read);
        } finally {
            reading.unlock();
        }
    }

    /** For the log. */
    @Override
    public String toString() {
        return "board " + key.resource() + " " + key.monday();
    }
}
