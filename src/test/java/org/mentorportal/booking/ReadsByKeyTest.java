package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.shared.SqlTime.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a claim and an open board read does not grow with the school's history: months of bookings are made, and the database is
 * asked what it read of them, planning as it does inside a command.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadsByKeyTest {

    private static final int MONTHS_OF_BOOKINGS = 1_500;
    /** Of the week, the resource or the student that is asked for, with room for what lies beside it in the index. */
    private static final long FEW = 100;

    @Autowired
    School school;
    @Autowired
    BoardReader boards;
    @Autowired
    BookingStore store;
    @Autowired
    ClaimReader reader;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;
    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private ServiceInfo service;
    private AccountInfo student;
    private Slot slot;

    /** Eight hours of each day, for half a year, long ago: of one ground and one student. */
    @BeforeAll
    void makeHistory() {
        service = school.service();
        student = school.student();
        slot = Slots.at(school.in(5, "10:00"), service, clock.getZone()).orElseThrow();
        jdbc.sql("""
                insert into booking (service_id, resource_id, student_id, starts_at, ends_at, buffer_before, buffer_after, occupied_from,
                                     occupied_to, capacity, seat, day, one_per_day, status, purpose, players, contact, requested_by, requested_at)
                select :service, :resource, :student, t, t + interval '1 hour', 0, 0, t, t + interval '1 hour', 1, 1, t::date, false, 'PENDING',
                       'practice', 1, '', :student, t
                from (select :last::timestamptz - n / 8 * interval '1 day' - n % 8 * interval '1 hour' as t from generate_series(1, :many) n) x""")
                .param("service", service.id().value()).param("resource", service.resource().id().value()).param("student", student.id().value())
                .param("last", utc(school.in(-3_000, "22:00"))).param("many", MONTHS_OF_BOOKINGS).update();
        JdbcClient.create(owner).sql("analyze booking").update();
    }

    /** No command made these rows, so no trail tells of them. */
    @AfterAll
    void takeAwayHistory() {
        JdbcClient.create(owner).sql("delete from booking where student_id = :student").param("student", student.id().value()).update();
        JdbcClient.create(owner).sql("analyze booking").update();
    }

    private record Read(long byScan, long byKey) {
    }

    /** Rows of bookings that this transaction has read. */
    private Read read() {
        return jdbc.sql("select seq_tup_read, idx_tup_fetch from pg_stat_xact_user_tables where relname = 'booking'")
                .query((row, n) -> new Read(row.getLong(1), row.getLong(2))).single();
    }

    private void asInsideACommand(Runnable reading) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
            reading.run();
        });
    }

    private void readsFew(Runnable reading) {
        asInsideACommand(() -> {
            Read before = read();
            reading.run();
            Read after = read();
            assertThat(after.byScan - before.byScan).as("rows read one after the other").isZero();
            assertThat(after.byKey - before.byKey).as("rows read by key").isLessThan(FEW);
        });
    }

    private BoardKey week(ServiceInfo service, int weeks) {
        return BoardKey.of(service.resource().id(), LocalDate.ofInstant(slot.start(), clock.getZone()).plusWeeks(weeks));
    }

    @Test
    void oneBoardIsReadByKey() {
        readsFew(() -> boards.states(Set.of(week(service, 0))));
    }

    @Test
    void weeksInARowAreReadByKey() {
        readsFew(() -> boards.states(Set.of(week(service, -1), week(service, 0), week(service, 1))));
    }

    @Test
    void manyBoardsAreReadByKey() {
        ServiceInfo other = school.service();
        readsFew(() -> boards.states(Set.of(week(service, 0), week(service, 2), week(other, 0))));
    }

    @Test
    void ownBookingsAreReadByKey() {
        AccountInfo other = school.student();
        readsFew(() -> boards.own(week(service, 0), student.id()));
        readsFew(() -> boards.own(Map.of(week(service, 0), Set.of(student.id(), other.id()))));
    }

    @Test
    void claimReadsByKey() {
        AccountInfo other = school.student();
        readsFew(() -> {
            Instant now = clock.instant();
            reader.read(reader.facts(service, student.id(), slot.start(), ClaimReader.Span.of(service, slot.start()), null, null, now, clock.getZone()));
            assertThat(store.claim(ByHand.wish(service, student, slot))).isPresent();
            Wish lost = ByHand.wish(service, other, slot);
            assertThat(store.claim(lost)).isEmpty();
            assertThat(reader.obstacles(lost)).hasSize(1);
        });
    }

    /** The exclusion constraint has the resource too, but neither start nor service: the planner must not take its index. */
    @Test
    void heldSeatsAreLookedUpByResourceAndStart() {
        asInsideACommand(() -> {
            List<String> plan = jdbc.sql("explain " + BookingStore.HELD).param("resource", service.resource().id().value())
                    .param("start", utc(slot.start())).param("service", service.id().value()).query(String.class).list();
            assertThat(String.join("\n", plan)).contains("ix_booking_resource_time").doesNotContain("ex_booking");
        });
    }
}
