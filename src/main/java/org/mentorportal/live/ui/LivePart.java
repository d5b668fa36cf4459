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
 * only shows inside the UI's lock. Changes that arrive during a read cause one more read, however many they are.
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
        show(number, read.get());
    }

    /** Always inside the UI's lock. What was begun to be read before that which is on the screen comes too late. */
    private void show(long number, T value) {
        if (number < shown) {
            return;
        }
        shown = number;
        show.accept(value);
        planned.ifPresent(Subscription::close);
        planned = planning.apply(value);
    }

    private void start(UI attached) {
        ui = attached;
        person = SecurityContextHolder.getContext();
        topics.forEach(topic -> subscriptions.add(updates.subscribe(topic, this::changed)));
        refresh();
    }

    private void stop() {
        ui = null;
        planned.ifPresent(Subscription::close);
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
                push(number, read.get());
            } catch (AccessDeniedException over) {
                isOver = true; // what the person may do was changed, and with it their session is over: they are being shown out
            } catch (RuntimeException failure) {
                asked.set(true); // the next change reads what this one could not
                throw failure;
            } finally {
                reading.set(false);
            }
        }
    }

    private void push(long number, T value) {
        UI target = ui;
        if (target != null) {
            Screens.push(target, () -> show(number, value));
        }
    }
}
