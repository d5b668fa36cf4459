package org.mentorportal.live.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentorportal.live.LiveExecutor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Subscription;
import org.mentorportal.live.Topic;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Keeps one part of a screen true while it is attached: reads again on each announced change, on live's own threads, and
 * only shows inside the UI's lock. Changes that arrive during a read cause one more read, however many they are. What could
 * not be read is tried again after a pause: nobody announces the end of an outage.
 */
public final class LivePart<T> {

    private final LiveUpdates updates;
    private final Set<Topic> topics;
    private final Supplier<T> read;
    private final Consumer<T> show;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable UI ui;
    private volatile boolean isOver;
    private volatile boolean isFailing;
    private Function<T, Optional<Subscription>> planning = value -> Optional.empty();
    private Optional<Subscription> planned = Optional.empty();
    private final AtomicLong begun = new AtomicLong();
    private long shown;
    private SecurityContext person = SecurityContextHolder.createEmptyContext();

    private LivePart(LiveUpdates updates, Set<Topic> topics, Supplier<T> read, Consumer<T> show) {
        this.updates = updates;
        this.topics = topics;
        this.read = read;
        this.show = show;
    }

    /** Reads and shows at once when {@code owner} is attached, then whenever one of {@code topics} is announced. */
    public static <T> LivePart<T> of(Component owner, LiveUpdates updates, Set<Topic> topics,
                                     Supplier<T> read, Consumer<T> show) {
        var part = new LivePart<>(updates, topics, read, show);
        owner.addAttachListener(event -> part.start(event.getUI()));
        owner.addDetachListener(event -> part.stop());
        return part;
    }

    /** Reads and shows also at the moment that {@code next} finds in what was read last. */
    public LivePart<T> alsoAt(LiveExecutor executor, Function<T, Optional<Instant>> next) {
        planning = value -> next.apply(value).map(moment -> executor.at(moment, this::changed));
        return this;
    }

    /** Reads and shows now, in the calling UI's own thread: after the person's own action. */
    public void refresh() {
        long number = begun.incrementAndGet();
        show(number, readNow());
    }

    private T readNow() {
        try {
            T value = read.get();
            isFailing = false;
            return value;
        } catch (AccessDeniedException over) {
            throw over;
        } catch (RuntimeException failure) {
            push(this::readOnceMore);
            throw failure;
        }
    }

    /** Always inside the UI's lock. */
    private void readOnceMore() {
        if (ui != null) {
            plan(Optional.of(updates.onceMore(this::changed)));
        }
    }

    /**
     * Always inside the UI's lock. What was begun to be read before that which is on the screen comes too late, and so does what
     * was to be shown of a part that has left it.
     */
    private void show(long number, T value) {
        if (ui == null || number < shown) {
            return;
        }
        shown = number;
        show.accept(value);
        plan(planning.apply(value));
    }

    /** One reading is planned at most. */
    private void plan(Optional<Subscription> next) {
        planned.ifPresent(Subscription::close);
        planned = next;
    }

    private void start(UI attached) {
        ui = attached;
        person = SecurityContextHolder.getContext();
        topics.forEach(topic -> subscriptions.add(updates.subscribe(topic, this::changed)));
        refresh();
    }

    private void stop() {
        ui = null;
        plan(Optional.empty());
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }

    private void changed() {
        if (isOver) {
            return;
        }
        asked.set(true);
        new DelegatingSecurityContextRunnable(this::readUntilQuiet, person).run(); // keeps state while it runs: one for each
    }

    private void readUntilQuiet() {
        while (asked.get() && reading.compareAndSet(false, true)) {
            try {
                asked.set(false);
                long number = begun.incrementAndGet();
                T value = readNow();
                push(() -> show(number, value));
            } catch (AccessDeniedException over) {
                isOver = true; // what the person may do was changed, and with it their session is over: they are being shown out
            } catch (RuntimeException failure) {
                if (!isFailing) { // the log has it once, not after each pause
                    isFailing = true;
                    throw failure;
                }
            } finally {
                reading.set(false);
            }
        }
    }

    private void push(Runnable work) {
        UI target = ui;
        if (target != null) {
            Screens.push(target, work);
        }
    }
}
