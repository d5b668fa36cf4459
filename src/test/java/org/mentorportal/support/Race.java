package org.mentorportal.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Real threads that start at the same instant. */
public final class Race {

    private Race() {
    }

    /** The same contender a few milliseconds late: for one that would always come first, since the others have to look something up before. */
    public static <T> Supplier<T> late(Supplier<T> contender) {
        return () -> {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(6)));
            return contender.get();
        };
    }

    /** Runs all of {@code contenders} at once and answers what each got, in their order; a fault of one fails the race. */
    public static <T> List<T> of(List<? extends Supplier<T>> contenders) {
        var ready = new CountDownLatch(contenders.size());
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Supplier<T> contender : contenders) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    start.await();
                    return contender.get();
                }));
            }
            ready.await();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(60, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a contender met a fault instead of an answer", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the race did not end", e);
        }
    }
}
