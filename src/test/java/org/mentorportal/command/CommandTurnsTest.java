package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** E6: who waits for a lock keeps nobody from reading. */
@PortalTest
class CommandTurnsTest {

    private static final Actor SOMEBODY = new Actor(new AccountId(-4), "Somebody", Set.of(Role.ADMIN));
    private static final Locks WANTED = Locks.changeOf(Long.MAX_VALUE >> 18);
    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

    private record Wait(int number) implements Command {
    }

    @Autowired
    Commands commands;
    @Autowired
    Means means;
    @Autowired
    CommandLimit limit;
    @Autowired
    CommandSettings settings;
    @Autowired
    MeterRegistry registry;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    JdbcClient jdbc;
    @Value("${spring.datasource.hikari.maximum-pool-size}")
    int connections;

    @Test
    void e6CommandsThatWaitForALockLeaveConnectionsToReadWith() throws Exception {
        Gauge waiting = registry.get("portal.command.waiting").gauge();
        int others = 2 * connections;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MadeHold>> sent = new TransactionTemplate(transactions).execute(holder -> {
                jdbc.sql("select take_locks(?, ?)").param(WANTED.keys()).param(WANTED.exclusive()).query().listOfRows();
                List<Future<MadeHold>> all = IntStream.range(0, others).mapToObj(n -> threads.submit(() -> send(commands, n, WANTED, run -> MadeHold.in(jdbc)))).toList();
                await().until(() -> waiting.value() == others - settings.atOnce() && count() == settings.atOnce());
                assertThat(threads.submit(this::count)).as("read on a connection of its own").succeedsWithin(Duration.ofSeconds(1))
                        .isEqualTo(settings.atOnce());
                return all;
            });
            for (Future<MadeHold> one : sent) {
                assertThat(one.get().refusal()).isEmpty();
            }
        }
    }

    @Test
    void e6WhoseTurnDoesNotComeInTimeIsToldSoAndHasBegunNothing() throws Exception {
        var oneAtATime = new CommandSettings(1, Duration.ofMillis(300), settings.tries(), settings.backoff(), settings.longestBackoff(),
                settings.receiptAge(), settings.perMinute(), settings.perMinuteStaff());
        var narrow = new Commands(new Means(means.transaction(), means.receipts(), means.failures(), means.untold(), means.metrics(),
                new CommandTurns(oneAtATime, new SimpleMeterRegistry()), means.clock(), oneAtATime), limit, means.metrics());
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<MadeHold> first = threads.submit(() -> send(narrow, 1, Locks.none(), run -> {
                begun.countDown();
                return awaited(end);
            }));
            begun.await();
            MadeHold late = send(narrow, 2, Locks.none(), run -> {
                throw new AssertionError("begun without a turn");
            });
            end.countDown();

            assertThat(late.refusal()).contains(Refused.because(CommandRule.BUSY));
            assertThat(first.get().refusal()).isEmpty();
        }
    }

    private MadeHold awaited(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return MadeHold.in(jdbc);
    }

    private MadeHold send(Commands door, int number, Locks locks, Function<CommandRun, MadeHold> work) {
        return door.run(new Wait(number), CommandKey.fresh(), SOMEBODY, locks, MadeHold.ANSWERS, work);
    }

    private int count() {
        return jdbc.sql(WAITING).query(Integer.class).single();
    }
}
