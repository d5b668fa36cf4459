package org.mentorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Desk.done;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** F1, F2: every state change leaves exactly one event, and none can be changed without a trace. */
@PortalTest
class AuditTrailTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    AuditTrail trail;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    /** Nobody answers for these subjects: the check of the whole trail, in other tests, would rightly complain. */
    @AfterEach
    void noSubjectsThatThereAreNot() {
        var schema = new JdbcTemplate(owner);
        schema.update("delete from audit_reason where subject_type = 'test'");
        schema.update("delete from audit_event where subject_type = 'test'");
    }

    // F1

    @Test
    void f1EveryChangeOfABookingLeavesExactlyOneEventThatSaysWhoWhenAndFromWhatToWhat() {
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service();
        BookingDetails booking = desk.book(student, service, school.in(5, "10:00"));
        BookingDetails approved = done(desk.approve(principal, booking));
        desk.approve(principal, booking);
        BookingDetails revoked = done(desk.revoke(principal, booking, "Floodlights are broken"));
        desk.reject(principal, booking, "refused: it is over");

        assertThat(desk.trailOf(booking)).containsExactly("1 null>PENDING STUDENT RequestBooking",
                "2 PENDING>APPROVED PRINCIPAL ApproveBooking", "3 APPROVED>REVOKED PRINCIPAL RevokeBooking");
        List<Map<String, Object>> events = jdbc.sql("select * from audit_event where subject_type = 'booking' and subject_id = ? order by seq")
                .param(booking.id().value()).query().listOfRows();
        assertThat(events).extracting(event -> event.get("actor_id")).containsExactly(student.id().value(), principal.id().value(), principal.id().value());
        assertThat(events).extracting(event -> ((Timestamp) event.get("at")).toInstant())
                .containsExactly(booking.requestedAt(), approved.decidedAt(), revoked.decidedAt());
        assertThat(events).extracting(event -> event.get("command_id")).as("one command each").doesNotHaveDuplicates();
        assertThat(done(desk.ask(student, service, booking.start())).id()).as("and a new booking has a trail of its own")
                .isNotEqualTo(booking.id());
    }

    @Test
    void f1ChainVerifiesByRecomputation() {
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));
        done(desk.approve(school.principal(), booking));
        done(desk.revoke(school.admin(), booking, "Floodlights\nare \\ broken"));

        byte[] previous = new byte[0];
        for (var event : jdbc.sql("select seq, canonical, previous_hash, hash from audit_event where subject_type = 'booking' and subject_id = ? order by seq")
                .param(booking.id().value()).query().listOfRows()) {
            byte[] stored = (byte[]) event.get("previous_hash");
            assertThat(stored == null ? new byte[0] : stored).isEqualTo(previous);
            previous = sha256(previous, (String) event.get("canonical"));
            assertThat((byte[]) event.get("hash")).as("event " + event.get("seq")).isEqualTo(previous);
        }
        assertThat(previous).as("there were events").hasSize(32);
    }

    @Test
    void f1EventSaysWhatTheBookingWasMadeOf() {
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));

        assertThat(canonical(booking, 1).lines()).contains("subject=booking:" + booking.id(), "seq=1", "from=", "to=PENDING", "reason=",
                "fact.service=" + booking.service().id(), "fact.student=" + booking.student(), "fact.start=" + booking.start(), "fact.seat=1");
    }

    @Test
    void reasonsAreKeptApartAndOnlyTheirSaltedHashIsInTheEvent() {
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));
        String reason = "Floodlights are broken, says " + UUID.randomUUID();
        done(desk.reject(school.principal(), booking, reason));

        assertThat(jdbc.sql("select count(*) from audit_event where canonical like '%' || ? || '%'").param(reason).query(Integer.class).single()).isZero();
        var kept = jdbc.sql("select salt, reason from audit_reason where subject_type = 'booking' and subject_id = ? and seq = 2")
                .param(booking.id().value()).query().singleRow();
        assertThat(kept.get("reason")).isEqualTo(reason);
        assertThat(canonical(booking, 2).lines()).contains("reason=" + HexFormat.of().formatHex(sha256((byte[]) kept.get("salt"), reason)));
    }

    private String canonical(BookingDetails booking, int seq) {
        return jdbc.sql("select canonical from audit_event where subject_type = 'booking' and subject_id = ? and seq = ?")
                .param(booking.id().value()).param(seq).query(String.class).single();
    }

    // Without an event nothing happens

    @Test
    void v1653CommandWhoseEventCannotBeWrittenIsAborted() {
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service();
        BookingDetails booking = desk.book(school.student(), service, school.in(5, "10:00"));
        var schema = new JdbcTemplate(owner);
        schema.execute("alter table audit_event add constraint ck_planted check (actor_id not in (%s, %s)) not valid".formatted(student.id(), principal.id()));
        try {
            assertThatThrownBy(() -> desk.ask(student, service, school.in(5, "11:00"))).hasMessageContaining("ck_planted");
            assertThatThrownBy(() -> desk.approve(principal, booking)).hasMessageContaining("ck_planted");
        } finally {
            schema.execute("alter table audit_event drop constraint ck_planted");
        }

        assertThat(jdbc.sql("select count(*) from booking where student_id = ?").param(student.id().value()).query(Integer.class).single()).isZero();
        assertThat(desk.statusOf(booking).name()).isEqualTo("PENDING");
        assertThat(desk.inboxOf(school.student())).isEmpty();
        assertThat(desk.ask(student, service, school.in(5, "11:00"))).as("and afterwards it works").isInstanceOf(BookingOutcome.Done.class);
    }

    @Test
    void eventOutsideACommandIsRefused() {
        assertThatThrownBy(() -> trail.append(event(subject(), 1, null))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void gapInTheSequenceIsRefused() {
        Subject subject = subject();
        append(event(subject, 1, null));

        assertThatThrownBy(() -> append(event(subject, 3, null))).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("ck_audit_chain");
        assertThatThrownBy(() -> append(event(subject(), 2, null))).as("no beginning").hasMessageContaining("ck_audit_chain");
        assertThatThrownBy(() -> append(event(subject, 1, null))).as("twice").hasMessageContaining("uq_audit_subject_seq");
        append(event(subject, 2, "A\nB"));
        assertThat(jdbc.sql("select count(*) from audit_event where subject_type = 'test' and subject_id = ?").param(subject.id())
                .query(Integer.class).single()).isEqualTo(2);
    }

    // F2

    @Test
    void f2TamperedTrailIsFoundAndTheFirstBadEventNamed() throws SQLException {
        Subject subject = subject();
        append(event(subject, 1, null));
        append(event(subject, 2, "because"));
        append(event(subject, 3, null));
        String event = "where subject_type = 'test' and subject_id = " + subject.id() + " and seq = ";
        String named = "test " + subject.id() + ", event ";

        assertFound(named + "2: it was changed after it was written", "update audit_event set canonical = replace(canonical, 'to=', 'to=UN') " + event + 2);
        assertFound(named + "2: its columns do not say what was hashed", "update audit_event set actor_id = actor_id + 1 " + event + 2);
        assertFound(named + "2: its columns do not say what was hashed", "update audit_event set at = at - interval '1 microsecond' " + event + 2);
        assertFound(named + "2: its columns do not say what was hashed", "update audit_event set state_to = 'ELSE' " + event + 2);
        assertFound(named + "2: its reason is not the one that was given", "update audit_reason set reason = 'for no reason' " + event + 2);
        assertFound(named + "3: the event before it is missing", "delete from audit_reason " + event + 2, "delete from audit_event " + event + 2);
        assertFound(named + "3: it does not follow the event before it", """
                update audit_event set canonical = replace(canonical, 'to=', 'to=UN'), state_to = 'UN' || state_to,
                       hash = sha256(previous_hash || convert_to(replace(canonical, 'to=', 'to=UN'), 'UTF8'))
                """ + event + 2);
        assertFound(null, "delete from audit_reason " + event + 2);
    }

    /** @param fault null = none: an erased reason is no fault */
    private void assertFound(@Nullable String fault, String... plant) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient planted = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThat(new StoredChain(planted).faults()).isEmpty();
            for (String sql : plant) {
                assertThat(planted.sql(sql).update()).as(sql).isEqualTo(1);
            }
            List<String> faults = new StoredChain(planted).faults();
            assertThat(faults.isEmpty() ? null : faults.getFirst()).isEqualTo(fault);
            connection.rollback();
        }
    }

    private static Subject subject() {
        return new Subject("test", Math.abs(UUID.randomUUID().getMostSignificantBits()));
    }

    private static AuditEvent event(Subject subject, int seq, @Nullable String reason) {
        return new AuditEvent(subject, seq, Instant.parse("2026-11-21T10:00:00.000001Z"), new By(new AccountId(1), Role.ADMIN), "Test",
                UUID.randomUUID(), seq == 1 ? null : "A", "B", reason, new TreeMap<>());
    }

    private void append(AuditEvent event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> trail.append(event));
    }

    private static byte[] sha256(byte[] before, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
