package planted.booking;

import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;

final class FaultyTimers {

    static class HasATimer {
        Timer timer = new Timer();
    }

    static class HasAnExecutor {
        ExecutorService workers = Executors.newCachedThreadPool();
    }

    static class HasAScheduler {
        ScheduledExecutorService timer;
    }

    static class RunsLater {
        Object later = CompletableFuture.runAsync(() -> { });
    }

    static class StartsAThread {
        void work() {
            new Thread(() -> { }).start();
        }
    }

    static class StartsAVirtualThread {
        void work() {
            Thread.startVirtualThread(() -> { });
        }
    }

    static class IsScheduled {
        @Scheduled(fixedDelay = 1000)
        void cancelNoShows() {
            // a consequence from a timer
        }
    }

    static class IsAsynchronous {
        @Async
        void work() {
            // after the commit, on a thread of its own
        }
    }
}
