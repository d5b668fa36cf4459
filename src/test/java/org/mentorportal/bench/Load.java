package org.mentorportal.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Clients that each send one thing after the other for a while, on platform threads, and what each sending took and came to. */
final class Load {

    /** What one client is about to send; answers a word for what came of it. */
    interface Client extends Supplier<String> {
    }

    /**
     * @param nanosByAnswer how long each sending took, sorted, by what came of it
     * @param clientNanos   processor time of the clients' own threads
     */
    record Result(double seconds, Map<String, long[]> nanosByAnswer, long clientNanos) {

        double perSecond(String answer) {
            return nanosByAnswer.getOrDefault(answer, new long[0]).length / seconds;
        }

        /** In milliseconds; NaN if nothing ended so. */
        double percentile(String answer, double share) {
            long[] nanos = nanosByAnswer.getOrDefault(answer, new long[0]);
            return nanos.length == 0 ? Double.NaN : nanos[(int) Math.min(nanos.length - 1, Math.ceil(share * nanos.length) - 1)] / 1e6;
        }

        int count(String answer) {
            return nanosByAnswer.getOrDefault(answer, new long[0]).length;
        }
    }

    private Load() {
    }

    static Result of(int clients, Duration length, IntFunction<Client> client) {
        List<Map<String, List<Long>>> measured = IntStream.range(0, clients).<Map<String, List<Long>>>mapToObj(n -> new TreeMap<>()).toList();
        var ready = new CountDownLatch(clients);
        var start = new CountDownLatch(1);
        long[] began = new long[1];
        var used = new LongAdder();
        List<Thread> threads = IntStream.range(0, clients).mapToObj(n -> Thread.ofPlatform().unstarted(() -> {
            Client one = client.apply(n);
            ready.countDown();
            await(start);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            while (System.nanoTime() - began[0] < length.toNanos()) {
                long sent = System.nanoTime();
                String answer = one.get();
                measured.get(n).computeIfAbsent(answer, a -> new ArrayList<>()).add(System.nanoTime() - sent);
            }
            used.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        })).toList();
        threads.forEach(Thread::start);
        await(ready);
        began[0] = System.nanoTime();
        start.countDown();
        threads.forEach(Load::join);
        double seconds = (System.nanoTime() - began[0]) / 1e9;
        Map<String, List<Long>> all = new TreeMap<>();
        measured.forEach(one -> one.forEach((answer, nanos) -> all.computeIfAbsent(answer, a -> new ArrayList<>()).addAll(nanos)));
        Map<String, long[]> sorted = new TreeMap<>();
        all.forEach((answer, nanos) -> {
            long[] array = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(array);
            sorted.put(answer, array);
        });
        return new Result(seconds, sorted, used.sum());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
