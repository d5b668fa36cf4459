package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.shared.SqlTime;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A9: the database has the last word, whoever writes and by whatever path. */
@PortalTest
class HandWrittenSqlTest {

    private static final int ROUNDS = 20;
    /** Days ahead: beyond what any other test books, since the school as a whole is closed here. */
    private static final int FAR = 200;
    private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

    @Autowired
    School school;
    @Autowired
    BookingStore store;
    @Autowired
    ClaimReader reader;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    DataSource application;
    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    // Rows that break a rule

    /** @param written all but the last are no fault by themselves; the last breaks {@code constraint} */
    private record Fault(String name, String constraint, List<Row> written) {

        Fault(String name, String constraint, Row... written) {
            this(name, constraint, List.of(written));
        }
    }

    private record Row(String table, Map<String, Object> columns) {

        Row with(String column, Object value) {
            var changed = new LinkedHashMap<>(columns);
            changed.put(column, value);
            return new Row(table, changed);
        }

        Row to(Instant start) {
            return with("starts_at", start).with("occupied_from", start).with("ends_at", start.plusSeconds(3600))
                    .with("occupied_to", start.plusSeconds(3600));
        }

        void insert(JdbcTemplate jdbc) {
            jdbc.update("insert into " + table + " (" + String.join(", ", columns.keySet()) + ") values ("
                    + String.join(", ", columns.keySet().stream().map(column -> "?").toList()) + ")",
                    columns.values().stream().map(value -> value instanceof Instant moment ? SqlTime.utc(moment) : value).toArray());
        }
    }

    private Row booking(ServiceInfo service, AccountInfo student, Instant start) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("service_id", service.id().value());
        columns.put("resource_id", service.resource().id().value());
        columns.put("student_id", student.id().value());
        columns.put("buffer_before", 0);
        columns.put("buffer_after", 0);
        columns.put("capacity", 2);
        columns.put("seat", 1);
        columns.put("day", LocalDate.ofInstant(start, ZONE));
        columns.put("one_per_day", false);
        columns.put("status", "PENDING");
        columns.put("purpose", "by hand");
        columns.put("players", 1);
        columns.put("contact", "");
        columns.put("requested_by", student.id().value());
        columns.put("requested_at", start.minusSeconds(86_400));
        return new Row("booking", columns).to(start);
    }

    private Row ended(Row booking, String status, AccountInfo by) {
        return booking.with("status", status).with("ended_by", by.id().value()).with("ended_at", Instant.parse("2026-01-01T00:00:00Z"));
    }

    private Row closure(@Nullable ResourceInfo resource, long hold, AccountInfo by, Instant from, Instant to) {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("hold_id", hold);
        columns.put("resource_id", resource == null ? null : resource.id().value());
        columns.put("starts_at", from);
        columns.put("ends_at", to);
        columns.put("reason", "by hand");
        columns.put("closed_by", by.id().value());
        columns.put("closed_at", from.minusSeconds(86_400));
        return new Row("closure", columns);
    }

    @TestFactory
    Stream<DynamicTest> a9RowThatBreaksARuleIsRefusedByThatRulesNameWhoeverWritesIt() {
        List<Fault> faults = faults();
        return Stream.of(Map.entry("portal_app", application), Map.entry("portal_owner", owner)).flatMap(user -> faults.stream()
                .map(fault -> DynamicTest.dynamicTest(user.getKey() + ": " + fault.name, () -> assertRefused(user.getValue(), fault))));
    }

    private List<Fault> faults() {
        ResourceInfo ground = school.ground();
        ServiceInfo service = school.service(ground, Approval.PRINCIPAL, Timing.of(60).withStep(15), 2);
        ServiceInfo other = school.service(ground, Approval.PRINCIPAL, Timing.of(60).withStep(15), 2);
        ServiceInfo elsewhere = school.service();
        AccountInfo ann = school.student();
        AccountInfo ben = school.student();
        AccountInfo staff = school.principal();
        Instant ten = school.in(FAR, "10:00");
        Instant half = school.in(FAR, "10:30");
        Row anns = booking(service, ann, ten);
        long hold = -1;
        Row anyClosure = closure(ground, hold, staff, ten, half);
        return List.of(
                new Fault("two services of one resource at once", "ex_booking_resource_overlap", anns, booking(other, ben, half)),
                new Fault("one service, overlapping starts", "ex_booking_resource_overlap", anns, booking(service, ben, half)),
                new Fault("only the buffers overlap", "ex_booking_resource_overlap", anns, booking(other, ben, ten.plusSeconds(3600))
                        .with("buffer_before", 15).with("occupied_from", ten.plusSeconds(2700))),
                new Fault("one pending and one approved on one seat", "uq_booking_seat", anns,
                        booking(service, ben, ten).with("status", "APPROVED").with("approved_at", ten)),
                new Fault("a seat beyond the capacity", "ck_booking_seat", anns.with("seat", 3)),
                new Fault("seat 0", "ck_booking_seat", anns.with("seat", 0)),
                new Fault("a student in two places", "ex_booking_student_overlap", anns, booking(elsewhere, ann, half)),
                new Fault("a student on two seats of one slot", "ex_booking_student_overlap", anns, anns.with("seat", 2)),
                new Fault("two of one service a day", "uq_booking_per_day", anns.with("one_per_day", true),
                        booking(service, ann, school.in(FAR, "15:00")).with("one_per_day", true)),
                new Fault("occupied from is not start less buffer", "ck_booking_occupied", anns.with("occupied_from", ten.minusSeconds(60))),
                new Fault("occupied to is not end plus buffer", "ck_booking_occupied", anns.with("buffer_after", 30)),
                new Fault("a negative buffer", "ck_booking_occupied",
                        anns.with("buffer_before", -15).with("occupied_from", ten.plusSeconds(900))),
                new Fault("no time at all", "ck_booking_times", anns.with("ends_at", ten).with("occupied_to", ten)),
                new Fault("a start between two minutes", "ck_booking_times", anns.to(ten.plusSeconds(30))),
                new Fault("a status that is none", "ck_booking_status", ended(anns, "LAPSED", staff)),
                new Fault("approved without a moment", "ck_booking_approved", anns.with("status", "APPROVED")),
                new Fault("ended without a moment", "ck_booking_ended", anns.with("status", "CANCELLED").with("reason", "why not")),
                new Fault("active and ended", "ck_booking_ended", ended(anns, "PENDING", staff)),
                new Fault("rejected without a reason", "ck_reason_given", ended(anns, "REJECTED", staff)),
                new Fault("revoked with a blank reason", "ck_reason_given",
                        ended(anns, "REVOKED", staff).with("approved_at", ten).with("reason", "  ")),
                new Fault("cancelled by staff without a reason", "ck_reason_given", ended(anns, "CANCELLED", staff)),
                new Fault("a service of another resource", "fk_booking_service", anns.with("service_id", elsewhere.id().value())),
                new Fault("nobody's booking", "fk_booking_student", anns.with("student_id", Long.MAX_VALUE)),
                new Fault("players beyond every limit", "ck_booking_details", anns.with("players", 501)),
                new Fault("held without the status it had", "ck_booking_hold", ended(anns, "CANCELLED", staff).with("reason", "closed").with("hold_id", hold)),
                new Fault("held and active", "ck_booking_hold", anns.with("hold_id", hold).with("held_status", "PENDING")),
                new Fault("given up and still held", "ck_booking_given_up", ended(anns, "CANCELLED", ann).with("given_up_hold_id", hold)
                        .with("hold_id", hold).with("held_status", "PENDING")),
                new Fault("given up and active", "ck_booking_given_up", anns.with("given_up_hold_id", hold)),
                new Fault("a booking inside a closure", "tg_booking_closure", anyClosure, anns),
                new Fault("a booking whose buffer reaches into a closure", "tg_booking_closure", anyClosure,
                        booking(service, ann, half).with("buffer_before", 15).with("occupied_from", half.minusSeconds(900))),
                new Fault("a booking while the school is closed", "tg_booking_closure", closure(null, hold, staff, ten, half), anns),
                new Fault("a closure over a live booking", "tg_booking_closure", anns, anyClosure),
                new Fault("the school closed over a live booking", "tg_booking_closure", anns, closure(null, hold, staff, ten, half)),
                new Fault("a closure that ends as it begins", "ck_closure_times", closure(ground, hold, staff, ten, ten)),
                new Fault("a closure without a reason", "ck_closure_reason", anyClosure.with("reason", " ")),
                new Fault("half lifted", "ck_closure_lifted", anyClosure.with("lifted_at", half)),
                new Fault("two closures of one hold", "uq_closure_hold", anyClosure, closure(ground, hold, staff, half, half.plusSeconds(60))));
    }

    private static void assertRefused(DataSource user, Fault fault) throws SQLException {
        inOneTransaction(user, jdbc -> {
            long hold = jdbc.queryForObject("insert into hold (kind) values ('CLOSURE') returning id", Long.class);
            List<Row> rows = fault.written.stream().map(row -> Long.valueOf(-1).equals(row.columns.get("hold_id"))
                    ? row.with("hold_id", hold) : row).toList();
            rows.subList(0, rows.size() - 1).forEach(row -> row.insert(jdbc));
            assertThat(constraintOf(() -> rows.getLast().insert(jdbc))).as(fault.name).isEqualTo(fault.constraint);
        });
    }

    @Test
    void a9RowThatBreaksNothingIsLetIn() throws SQLException {
        ServiceInfo service = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60), 2);
        Instant ten = school.in(FAR, "10:00");
        Row anns = booking(service, school.student(), ten);
        Row bens = booking(service, school.student(), ten).with("seat", 2);
        AccountInfo cara = school.student();
        Row caras = ended(booking(service, cara, ten), "CANCELLED", cara);

        inOneTransaction(application, jdbc -> Stream.of(anns, bens, caras, booking(service, cara, ten.plusSeconds(3600))).forEach(row -> row.insert(jdbc)));
    }

    @Test
    void a9UpdateCannotDoWhatAnInsertCannot() throws SQLException {
        ServiceInfo service = school.service();
        AccountInfo ann = school.student();
        AccountInfo ben = school.student();
        Instant ten = school.in(FAR, "10:00");

        for (DataSource user : List.of(application, owner)) {
            inOneTransaction(user, jdbc -> {
                booking(service, ann, ten).insert(jdbc);
                ended(booking(service, ben, ten), "CANCELLED", ben).insert(jdbc);
                assertThat(constraintOf(() -> jdbc.update("""
                        update booking set status = 'PENDING', ended_by = null, ended_at = null where service_id = ? and status = 'CANCELLED'
                        """, service.id().value()))).as("brought back onto a seat that is held").isEqualTo("uq_booking_seat");
            });
            inOneTransaction(user, jdbc -> {
                booking(service, ann, ten).insert(jdbc);
                long hold = jdbc.queryForObject("insert into hold (kind) values ('CLOSURE') returning id", Long.class);
                closure(service.resource(), hold, ben, ten.plusSeconds(7200), ten.plusSeconds(10_800)).insert(jdbc);
                assertThat(constraintOf(() -> jdbc.update("""
                        update booking set starts_at = starts_at + interval '2 hours', ends_at = ends_at + interval '2 hours',
                               occupied_from = occupied_from + interval '2 hours', occupied_to = occupied_to + interval '2 hours'
                        where service_id = ?""", service.id().value()))).as("moved into a closure").isEqualTo("tg_booking_closure");
            });
        }
    }

    // Claims without the rules

    @Test
    void a9WithTheRulesStubbedOutTwoClaimsAtOnceEndInOneBookingAndOneRefusal() {
        ServiceInfo service = school.service();
        AccountInfo ann = school.student();
        AccountInfo ben = school.student();
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = school.in(1 + round, "10:00");

            List<Optional<BookingStore.Seat>> seats = Race.of(Stream.of(ann, ben).<Supplier<Optional<BookingStore.Seat>>>map(
                    student -> () -> claimedAlone(service, student, start)).toList());

            assertThat(seats.stream().filter(Optional::isPresent)).as("round " + round).hasSize(1);
        }
        deleteBookingsOf(service);
    }

    /** No locks, no facts, no rule: the bare claim, and for who gets nothing what stood in the way. */
    private Optional<BookingStore.Seat> claimedAlone(ServiceInfo service, AccountInfo student, Instant start) {
        return new TransactionTemplate(transactions).execute(status -> {
            Wish claim = ByHand.wish(service, student, Slots.at(start, service, ZONE).orElseThrow());
            Optional<BookingStore.Seat> seat = store.claim(claim);
            if (seat.isEmpty()) {
                assertThat(reader.obstacles(claim)).as("the refusal has its reason").singleElement()
                        .satisfies(obstacle -> assertThat(obstacle.start()).isEqualTo(start));
            }
            return seat;
        });
    }

    // Two transactions at once

    @Test
    void a9ClosureWaitsForABookingThatIsBeingWrittenAndThenSeesIt() throws Exception {
        cannotPass(true);
    }

    @Test
    void a9BookingWaitsForAClosureThatIsBeingWrittenAndThenSeesIt() throws Exception {
        cannotPass(false);
    }

    private void cannotPass(boolean bookingFirst) throws Exception {
        ServiceInfo service = school.service();
        AccountInfo student = school.student();
        Instant ten = school.in(FAR, "10:00");
        Row booking = booking(service, student, ten);
        try (Connection one = owner.getConnection(); Connection other = owner.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            JdbcTemplate first = on(one);
            JdbcTemplate second = on(other);
            Row closure = closure(service.resource(), first.queryForObject("insert into hold (kind) values ('CLOSURE') returning id", Long.class),
                    student, ten, ten.plusSeconds(600));
            one.commit();
            (bookingFirst ? booking : closure).insert(first);

            Future<String> late = threads.submit((Callable<String>) () -> constraintOf(() -> (bookingFirst ? closure : booking).insert(second)));

            assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS)).as("it waits").isInstanceOf(TimeoutException.class);
            one.commit();
            assertThat(late.get(5, TimeUnit.SECONDS)).isEqualTo("tg_booking_closure");
            other.rollback();
        } finally {
            deleteBookingsOf(service);
            new JdbcTemplate(owner).update("delete from closure where resource_id = ?", service.resource().id().value());
        }
    }

    @Test
    void a9TransactionWithAnOldSnapshotCannotPassTheGuardEither() throws Exception {
        oldSnapshotCannotPass(true);
        oldSnapshotCannotPass(false);
    }

    private void oldSnapshotCannotPass(boolean bookingFirst) throws SQLException {
        ServiceInfo service = school.service();
        AccountInfo student = school.student();
        Instant ten = school.in(FAR, "10:00");
        Row booking = booking(service, student, ten);
        try (Connection old = owner.getConnection(); Connection other = owner.getConnection()) {
            JdbcTemplate first = on(other);
            Row closure = closure(service.resource(), first.queryForObject("insert into hold (kind) values ('CLOSURE') returning id", Long.class),
                    student, ten, ten.plusSeconds(600));
            old.setAutoCommit(false);
            old.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            on(old).queryForObject("select count(*) from booking", Long.class);
            (bookingFirst ? booking : closure).insert(first);

            assertThat(constraintOf(() -> (bookingFirst ? closure : booking).insert(on(old)))).isEqualTo("tg_booking_closure");
            old.rollback();
        } finally {
            deleteBookingsOf(service);
            new JdbcTemplate(owner).update("delete from closure where resource_id = ?", service.resource().id().value());
        }
    }

    private void deleteBookingsOf(ServiceInfo service) {
        new JdbcTemplate(owner).update("delete from booking where service_id = ?", service.id().value());
    }

    // What the application may not do

    @Test
    void f2ApplicationsUserCannotChangeOrRemoveEvents() {
        assertNotAllowed("update audit_event set state_to = 'APPROVED'");
        assertNotAllowed("delete from audit_event");
        assertNotAllowed("truncate audit_event");
        assertNotAllowed("truncate audit_event cascade");
        assertNotAllowed("update audit_reason set reason = 'another'");
    }

    @Test
    void a9ApplicationsUserCannotTakeARuleAway() {
        assertNotAllowed("alter table booking drop constraint ex_booking_resource_overlap");
        assertNotAllowed("alter table booking disable trigger all");
        assertNotAllowed("drop index uq_booking_seat");
        assertNotAllowed("drop trigger tg_closure_booking on closure");
        assertNotAllowed("create or replace function closure_without_bookings() returns trigger language plpgsql as 'begin return new; end'");
        assertNotAllowed("drop table booking");
        assertNotAllowed("create table shadow (id bigint)");
        assertNotAllowed("set session_replication_role = replica");
        assertNotAllowed("delete from booking");
        assertNotAllowed("delete from closure");
    }

    private void assertNotAllowed(String sql) {
        assertThatThrownBy(() -> inOneTransaction(application, jdbc -> jdbc.execute(sql))).as(sql)
                .rootCause().isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    private interface Work {
        void with(JdbcTemplate jdbc);
    }

    private static void inOneTransaction(DataSource user, Work work) throws SQLException {
        try (Connection connection = user.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.with(on(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static JdbcTemplate on(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    private static String constraintOf(Runnable write) {
        RuntimeException refused = catchThrowableOfType(RuntimeException.class, write::run);
        assertThat(refused).as("the database let it in").isNotNull().hasRootCauseInstanceOf(PSQLException.class);
        Throwable cause = refused;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return ((PSQLException) cause).getServerErrorMessage().getConstraint();
    }
}
