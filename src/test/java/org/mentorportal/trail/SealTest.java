package org.mentorportal.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.audit.Seal;
import org.mentorportal.audit.TrailCheck;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** F2: a seal covers all that was committed, and what was under way is in it or in the next one, never in neither. */
@PortalTest
class SealTest {

    private static final String UNDER_WAY = """
            insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id, state_to, format, canonical, hash)
            select 'test', 1, 1, at, actor_id, actor_role, command, command_id, state_to, format, canonical, hash from audit_event limit 1 returning id
            """;

    @Autowired
    SealService seals;
    @Autowired
    TrailCheck check;
    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    DataSource application;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    CountedStatements statements;

    private Seal seal() {
        return seal(CommandKey.fresh());
    }

    private Seal seal(CommandKey key) {
        return ((SealOutcome.Sealed) school.as(school.admin(), () -> seals.seal(key))).seal();
    }

    @Test
    void f2SealsFollowEachOtherAndEachHasItsEvent() {
        Seal first = seal();
        Seal second = seal();

        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.upTo()).isGreaterThan(first.upTo());
        assertThat(desk.trailOf("seal", second.number())).containsExactly("1 null>SEALED ADMIN MakeSeal");
        assertThat(jdbc.sql("select count(*) from audit_event where id > ? and id <= ?").params(first.upTo(), second.upTo()).query(Long.class).single())
                .isEqualTo(second.events());
    }

    @Test
    void repeatHasTheSameSeal() {
        AccountInfo admin = school.admin();
        CommandKey key = CommandKey.fresh();
        SealOutcome first = school.as(admin, () -> seals.seal(key));

        assertThat(school.as(admin, () -> seals.seal(key.again()))).isEqualTo(first);
    }

    @Test
    void onlyAdminsSeal() {
        for (AccountInfo person : List.of(school.student(), school.mentor(), school.principal())) {
            assertThatThrownBy(() -> school.as(person, () -> seals.seal(CommandKey.fresh()))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> school.as(person, seals::check)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> school.as(person, () -> seals.seals(1))).isInstanceOf(AccessDeniedException.class);
        }
    }

    /** Ids are given before the commit: one that is under way may be lower than what can be seen. */
    @Test
    void f2SealWaitsForWhatIsUnderWay() throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        AccountInfo admin = school.admin();
        try (Connection underWay = application.getConnection()) {
            underWay.setAutoCommit(false);
            var given = underWay.createStatement().executeQuery(UNDER_WAY);
            given.next();
            var sealing = CompletableFuture.supplyAsync(() -> school.as(admin, () -> seals.seal(CommandKey.fresh())));
            assertThatThrownBy(() -> sealing.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            underWay.rollback();

            assertThat(sealing.get(10, TimeUnit.SECONDS)).isInstanceOf(SealOutcome.Sealed.class);
        }
    }

    /** The other way round, somebody's seal in between went further than this one, which is a fault and not a repeat. */
    @Test
    void f2TheLastSealIsReadBeforeHowFarTheNextOneGoes() {
        List<String> sent = statements.ofThisThread(this::seal);

        assertThat(sent.stream().filter(sql -> sql.contains("audit_settled") || sql.contains("from audit_seal")))
                .first(STRING).contains("from audit_seal");
    }

    @Test
    void f2SealsAmidBookingsSkipNoneAndTwoAtOnceBothSucceed() {
        ServiceInfo service = school.service();
        List<AccountInfo> students = school.students(24);
        AccountInfo admin = school.admin();
        Stream<Supplier<Object>> bookings = IntStream.range(0, students.size()).mapToObj(n -> () -> desk.ask(students.get(n), service,
                school.in(5 + n / 12, "%02d:00".formatted(8 + n % 12))));
        Stream<Supplier<Object>> sealing = IntStream.range(0, 6).mapToObj(n -> () -> school.as(admin, () -> seals.seal(CommandKey.fresh())));

        List<Object> answers = Race.of(Stream.concat(bookings, sealing).toList());
        assertThat(answers.stream().filter(BookingOutcome.Done.class::isInstance)).hasSize(students.size());
        assertThat(answers.stream().filter(SealOutcome.class::isInstance)).hasSize(6).filteredOn(SealOutcome.Sealed.class::isInstance).isNotEmpty();
        seal();
        assertThat(check.run().faults()).as("each seal still covers what it covered").isEmpty();
    }
}
