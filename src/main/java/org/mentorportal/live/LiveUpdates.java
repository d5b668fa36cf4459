package org.mentorportal.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every open screen of this node what changed. Announced inside a transaction, a change is told after the commit,
 * and never if it was rolled back.
 */
@Component
@EnableConfigurationProperties(LiveSettings.class)
public class LiveUpdates {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);

    private final LiveExecutor executor;
    private final LiveSettings settings;
    private final ConcurrentHashMap<Topic, List<Runnable>> byTopic = new ConcurrentHashMap<>();
    private final List<Consumer<Set<Topic>>> everything = new CopyOnWriteArrayList<>();

    LiveUpdates(LiveExecutor executor, LiveSettings settings) {
        this.executor = executor;
        this.settings = settings;
    }

    /**
     * Inside a transaction the change is told once it is committed, in the committing thread; outside at once. Who {@linkplain
     * #subscribeToAll hears of everything} runs in that thread, and must not fail: those after it would not hear. Who {@linkplain
     * #subscribe listens to a topic} runs on live's own executor.
     */
    public void announce(Set<Topic> topics) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(topics);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(topics);
            }
        });
    }

    private void tell(Set<Topic> topics) {
        log.debug("telling {} topics", topics.size());
        everything.forEach(listener -> listener.accept(topics));
        topics.forEach(topic -> byTopic.getOrDefault(topic, List.of()).forEach(executor::execute));
    }

    /** {@code listener} runs on live's own executor, once per announced change. */
    public Subscription subscribe(Topic topic, Runnable listener) {
        byTopic.compute(topic, (key, listeners) -> {
            List<Runnable> all = listeners == null ? new CopyOnWriteArrayList<>() : listeners;
            all.add(listener);
            return all;
        });
        return () -> byTopic.computeIfPresent(topic, (key, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    /** {@code listener} runs once on live's own executor, after a pause, though nothing was announced: for what could not be read. */
    public Subscription onceMore(Runnable listener) {
        return executor.after(settings.reread(), listener);
    }

    /**
     * Hears of every change, in the announcing thread, before the person who made the change has their answer: whoever asks
     * next must not be told from what is old. The listener only takes note; the topics of one change come together.
     */
    public Subscription subscribeToAll(Consumer<Set<Topic>> listener) {
        everything.add(listener);
        return () -> everything.remove(listener);
    }
}
