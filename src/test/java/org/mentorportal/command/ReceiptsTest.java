package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.SqlTime;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E3: a key is one intention of one person. */
@PortalTest
class ReceiptsTest {

    private static final Actor ANN = new Actor(new AccountId(-1), "Ann", Set.of(Role.ADMIN));
    private static final Actor BEN = new Actor(new AccountId(-2), "Ben", Set.of(Role.ADMIN));

    private record Make(String what, int size) implements Command {
    }

    @Autowired
    Commands commands;
    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger effects = new AtomicInteger();

    private MadeHold make(Actor person, CommandKey key, Make what) {
        return commands.run(what, key, person, Locks.none(), MadeHold.ANSWERS, run -> {
            effects.incrementAndGet();
            return MadeHold.in(jdbc);
        });
    }

    private MadeHold make(CommandKey key) {
        return make(ANN, key, new Make("it", 1));
    }

    private int receipts(CommandKey key) {
        return jdbc.sql("select count(*) from command_receipt where command_key = ?").param(key.value()).query(Integer.class).single();
    }

    @Test
    void e3SameKeyAndDataGetsTheFirstAnswerAndOneRow() {
        CommandKey key = CommandKey.fresh();

        MadeHold first = make(key);

        assertThat(make(key.again())).isEqualTo(first);
        assertThat(make(key.again())).isEqualTo(first);
        assertThat(effects).hasValue(1);
        assertThat(receipts(key)).isEqualTo(1);
    }

    /** Nobody has looked at what was written last before it is committed: the row itself has to refuse. */
    @Test
    void repeatThatWasNotNoticedIsNotCommitted() {
        CommandKey key = CommandKey.fresh();
        var made = new AtomicReference<MadeHold>();

        assertThatThrownBy(() -> commands.run(new Make("it", 1), key, ANN, Locks.none(), MadeHold.ANSWERS, run -> {
            jdbc.sql("""
                    insert into command_receipt (actor_id, command_key, command, command_id, fingerprint, outcome, subject_id, subject_state,
                                                 subject_version, kept_at)
                    values (?, ?, 'Make', gen_random_uuid(), sha256(''), 'DONE', 1, 'THERE', 1, ?)""")
                    .params(ANN.id().value(), key.value(), SqlTime.utc(run.at())).update();
            made.set(MadeHold.in(jdbc));
            return made.get();
        })).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(receipts(key)).isZero();
        assertThat(jdbc.sql("select count(*) from hold where id = ?").param(made.get().hold()).query(Integer.class).single()).isZero();
    }

    @Test
    void e3SameKeyWithOtherDataIsRefused() {
        CommandKey key = CommandKey.fresh();
        MadeHold first = make(ANN, key, new Make("it", 1));

        for (Make other : List.of(new Make("it", 2), new Make("something else", 1))) {
            assertThat(make(ANN, key, other)).isEqualTo(MadeHold.ANSWERS.refused(Refused.because(CommandRule.KEY_REUSED)));
        }
        assertThat(make(ANN, key, new Make("it", 1))).isEqualTo(first);
        assertThat(effects).hasValue(1);
    }

    @Test
    void e3SameKeyOfAnotherPersonIsAnotherCommand() {
        CommandKey key = CommandKey.fresh();

        assertThat(make(ANN, key, new Make("it", 1)).hold()).isNotEqualTo(make(BEN, key, new Make("it", 1)).hold());
        assertThat(receipts(key)).isEqualTo(2);
    }

    @Test
    void e3TwentyAtOnceHaveOneEffectAndOneAnswer() {
        for (int round = 0; round < 20; round++) {
            CommandKey key = CommandKey.fresh();
            effects.set(0);

            List<MadeHold> answers = Race.of(Stream.<Supplier<MadeHold>>generate(() -> () -> make(key.again())).limit(20).toList());

            assertThat(answers).containsOnly(answers.getFirst());
            assertThat(answers.getFirst().refusal()).isEmpty();
            assertThat(effects).hasValue(1);
        }
    }

    @Test
    void e3KeyOlderThanADayStartsAfreshJudgedWhenItIsRead() {
        CommandKey key = CommandKey.fresh();
        Instant then = Instant.parse("2026-03-01T10:00:00Z");
        MadeHold first = PortalClock.at(then, () -> make(key));

        assertThat(PortalClock.at(then.plus(Duration.ofHours(24)).minusMillis(1), () -> make(key))).isEqualTo(first);
        MadeHold afresh = PortalClock.at(then.plus(Duration.ofHours(24)), () -> make(ANN, key, new Make("something else", 3)));

        assertThat(afresh.hold()).isGreaterThan(first.hold());
        assertThat(receipts(key)).as("replaced in place").isEqualTo(1);
        assertThat(PortalClock.at(then.plus(Duration.ofHours(47)), () -> make(ANN, key, new Make("something else", 3)))).isEqualTo(afresh);
    }

    @Test
    void refusalIsNotKeptAndMayBeTriedAgainWithItsKey() {
        CommandKey key = CommandKey.fresh();
        MadeHold refused = commands.run(new Make("it", 1), key, ANN, Locks.none(), MadeHold.ANSWERS,
                run -> MadeHold.ANSWERS.refused(Refused.because(CommandRule.BUSY)));

        assertThat(refused.refusal()).isPresent();
        assertThat(receipts(key)).isZero();
        assertThat(make(ANN, key, new Make("other data by now", 2)).refusal()).isEmpty();
    }

    @Test
    void faultLeavesNoReceipt() {
        CommandKey key = CommandKey.fresh();

        assertThatThrownBy(() -> commands.run(new Make("it", 1), key, ANN, Locks.none(), MadeHold.ANSWERS, run -> {
            throw new IllegalStateException("a fault");
        })).hasMessage("a fault");

        assertThat(receipts(key)).isZero();
    }

    @Test
    void receiptHoldsNoFreeText() {
        CommandKey key = CommandKey.fresh();
        make(ANN, key, new Make("the knee hurts", 1));

        assertThat(jdbc.sql("select t::text from command_receipt t where command_key = ?").param(key.value()).query(String.class).single())
                .doesNotContain("knee").contains("MADE", "THERE");
    }

    @Test
    void fingerprintIsOfTheDataAndNotOfItsOrder() {
        assertThat(Fingerprints.of(new Make("it", 1))).hasSize(32).isEqualTo(Fingerprints.of(new Make("it", 1)))
                .isNotEqualTo(Fingerprints.of(new Make("it", 2)));
    }

    @Test
    void keysAreVisibleCharacters() {
        assertThat(CommandKey.sent("a-b_c:1")).isPresent();
        for (String none : List.of("", "with space", "line\nbreak", "ñ", "x".repeat(201))) {
            assertThat(CommandKey.sent(none)).as(none).isEmpty();
        }
        assertThat(CommandKey.fresh().firstSending()).isTrue();
        assertThat(CommandKey.sent("x").orElseThrow().firstSending()).as("may have been sent before").isFalse();
    }
}
