package org.mentorportal.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The threads that keep screens true. They read and redraw, they never write: an architecture test keeps every other
 * module from having executors of its own, and this one from knowing anything that writes.
 */
@Component
public class LiveExecutor implements Executor, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LiveExecutor.class);

    private final Clock clock;
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-", 0).factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("live-timer").factory());

    LiveExecutor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(Runnable task) {
        Map<String, String> cause = MDC.getCopyOfContextMap();
        workers.execute(cause == null ? guarded(task) : () -> {
            MDC.setContextMap(cause); // the log says for which command; each task has a thread of its own
            guarded(task).run();
        });
    }

    /** Runs {@code task} once, at {@code moment} by the portal's clock. */
    public Subscription at(Instant moment, Runnable task) {
        return in(Math.max(0, Duration.between(clock.instant(), moment).toMillis() + 1), task);
    }

    /** Runs {@code task} once, after between 0.8 and 1.2 of {@code pause}, so that neither nodes nor screens march in step. */
    Subscription after(Duration pause, Runnable task) {
        return in((long) (pause.toMillis() * (0.8 + 0.4 * ThreadLocalRandom.current().nextDouble())), task);
    }

    private Subscription in(long millis, Runnable task) {
        Future<?> planned = timer.schedule(() -> execute(task), millis, TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }

    /** Runs {@code task} again and again, with such a pause before each. */
    public void every(Duration pause, Runnable task) {
        after(pause, () -> {
            guarded(task).run();
            every(pause, task);
        });
    }

    /** One screen's fault must not stop the others, nor the repetition. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("a screen could not be brought up to date", e);
            }
        };
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
