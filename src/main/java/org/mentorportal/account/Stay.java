package org.mentorportal.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;

/**
 * One stay of one person in the portal: shared by all tabs of a session, from the password to whatever ends it. Over once, it
 * stays over.
 */
final class Stay implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int NONE = 0;

    private final AccountId account;
    private final transient List<Consumer<StayEnd>> watchers = new CopyOnWriteArrayList<>();
    private volatile int power;
    private volatile int powerToCome = NONE;
    private volatile Step step;
    /** Null as long as no session has it. */
    private volatile @Nullable Instant begun;
    private volatile Instant used = Instant.MIN;
    private volatile @Nullable StayEnd end;

    Stay(AccountId account, int power, Step step) {
        this.account = account;
        this.power = power;
        this.step = step;
    }

    AccountId account() {
        return account;
    }

    Step step() {
        return step;
    }

    void letIn() {
        step = Step.IN;
    }

    void begin(Instant now) {
        used = now;
        begun = now;
    }

    @Nullable Instant begun() {
        return begun;
    }

    void use(Instant now) {
        used = now;
    }

    Instant used() {
        return used;
    }

    @Nullable StayEnd end() {
        return end;
    }

    /** Tells the watchers, once. */
    void end(StayEnd why) {
        synchronized (watchers) {
            if (end != null) {
                return;
            }
            end = why;
        }
        watchers.forEach(watcher -> watcher.accept(why));
    }

    /** @return a way to stop watching */
    Runnable watch(Consumer<StayEnd> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }

    /** The person's own change is about to give the account {@code next}: it does not end the session that made it. */
    void expect(int next) {
        powerToCome = next;
    }

    /** That change did not come about. */
    void expectNothing() {
        powerToCome = NONE;
    }

    boolean has(int current) {
        if (current == power) {
            return true;
        }
        boolean came = current != NONE && current == powerToCome;
        if (came) {
            power = current;
        }
        return came;
    }
}
