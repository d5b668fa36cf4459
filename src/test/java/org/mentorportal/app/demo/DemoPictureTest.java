package org.mentorportal.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is in the demo school, as it stood when it was loaded: whatever other tests did with it since does not count. */
@PortalTest
class DemoPictureTest {

    private static final String AS_LOADED = """
            select b.id, a.email as student, r.kind, m.email as mentor, s.approval,
                   case when b.ended_at < :at then b.status when b.approved_at < :at then 'APPROVED' else 'PENDING' end as status,
                   b.starts_at > :at as coming,
                   case when b.ended_at is null or b.ended_at >= :at then '' when b.hold_id is not null then 'closure'
                        when b.ended_by = b.student_id then 'student' else 'staff' end as ended,
                   b.slot_key, b.resource_id, b.starts_at, b.ends_at, b.occupied_from, b.occupied_to
            from booking b join account a on a.id = b.student_id and a.email like '%@demo.school'
            join resource r on r.id = b.resource_id join service s on s.id = b.service_id
            left join account m on m.id = r.account_id
            where b.requested_at < :at
            """;

    record Row(long id, String student, String kind, String mentor, String approval, String status, boolean coming,
               String ended, long slotKey, long resourceId, Timestamp startsAt, Timestamp endsAt, Timestamp occupiedFrom,
               Timestamp occupiedTo) {

        boolean active() {
            return status.equals("PENDING") || status.equals("APPROVED");
        }

        boolean waitsFor(String decider) {
            return status.equals("PENDING") && approval.equals(decider);
        }
    }

    @Autowired
    DemoSchool school;
    @Autowired
    JdbcClient jdbc;

    private Timestamp loaded;
    private List<Row> bookings;

    @BeforeEach
    void read() {
        loaded = Timestamp.from(school.report().orElseThrow().at());
        bookings = jdbc.sql(AS_LOADED).param("at", loaded).query(Row.class).list();
    }

    @Test
    void bookingsStandInEveryState() {
        assertThat(bookings).hasSizeBetween(700, 1000).hasSize(school.report().orElseThrow().bookings());
        Map<String, Long> states = counts(bookings, Row::status);
        System.out.println("DEMO " + states + ", cancelled by " + counts(where(b -> b.status.equals("CANCELLED")), Row::ended)
                + ", " + counts(bookings, Row::kind) + ", coming " + counts(where(Row::coming), Row::status));
        assertThat(states.get("APPROVED")).isGreaterThan(400);
        assertThat(states.get("REJECTED")).isGreaterThan(40);
        assertThat(states.get("REVOKED")).isGreaterThan(15);
        assertThat(counts(where(b -> b.status.equals("CANCELLED")), Row::ended)).hasEntrySatisfying("student",
                n -> assertThat(n).isGreaterThan(30)).hasEntrySatisfying("staff", n -> assertThat(n).isGreaterThan(3))
                .hasEntrySatisfying("closure", n -> assertThat(n).isGreaterThan(8));
        assertThat(where(b -> b.status.equals("PENDING") && !b.coming)).as("lapsed").hasSizeBetween(2, 6);
    }

    @Test
    void mentorsAndGroundsAreBookedBeforeAndAfterToday() {
        assertThat(counts(bookings, b -> b.kind + b.coming).values()).hasSize(4).allSatisfy(n -> assertThat(n).isGreaterThan(30));
    }

    @Test
    void whoDecidesHasWorkButNotTooMuch() {
        assertThat(where(b -> b.waitsFor("PRINCIPAL") && b.coming)).hasSizeBetween(5, 15);
        assertThat(where(b -> b.waitsFor("MENTOR") && "mentor01@demo.school".equals(b.mentor))).hasSizeBetween(2, 4);
        assertThat(where(b -> b.status.equals("PENDING") && b.coming)).as("what a principal can decide").hasSizeBetween(5, 15);
    }

    @Test
    void anaHasSeenItAll() {
        List<Row> anas = where(b -> b.student.equals("student001@demo.school"));
        assertThat(counts(anas, Row::status)).containsOnlyKeys("PENDING", "APPROVED", "REJECTED", "REVOKED", "CANCELLED");
        assertThat(counts(anas, Row::ended)).containsKeys("student", "staff", "closure");
        assertThat(counts(anas, b -> b.status + (b.coming ? " coming" : " past")))
                .containsKeys("APPROVED past", "APPROVED coming", "PENDING coming", "REJECTED past", "REJECTED coming");
        assertThat(jdbc.sql("""
                select count(*) from inbox_message m join account a on a.id = m.account_id
                where a.email = 'student001@demo.school' and m.sent_at < :at and (m.read_at is null or m.read_at > :at)""")
                .param("at", loaded).query(Integer.class).single()).as("unread").isEqualTo(2);
    }

    @Test
    void nothingOverlaps() {
        List<Row> active = where(Row::active);
        assertThat(active).allSatisfy(one -> assertThat(active).noneMatch(other -> other.id > one.id && clash(one, other)));
    }

    private static boolean clash(Row one, Row other) {
        boolean sameTime = one.startsAt.before(other.endsAt) && other.startsAt.before(one.endsAt);
        boolean sameOccupied = one.occupiedFrom.before(other.occupiedTo) && other.occupiedFrom.before(one.occupiedTo);
        return one.student.equals(other.student) && sameTime
                || one.resourceId == other.resourceId && one.slotKey != other.slotKey && sameOccupied;
    }

    @Test
    void closuresArePastPresentAndComing() {
        assertThat(jdbc.sql("""
                select distinct case when ends_at < :at then 'past' when starts_at > :at then 'coming' else 'now' end || '-'
                    || case when resource_id is null then 'school' else 'resource' end
                from closure where closed_at < :at""").param("at", loaded).query(String.class).list())
                .contains("past-resource", "past-school", "now-resource", "coming-resource", "coming-school");
    }

    @Test
    void slotsOfGroupsAreShared() {
        assertThat(counts(where(Row::active), Row::slotKey).values()).anyMatch(seats -> seats > 1);
    }

    private List<Row> where(Predicate<Row> which) {
        return bookings.stream().filter(which).toList();
    }

    private static <K> Map<K, Long> counts(List<Row> rows, Function<Row, K> by) {
        return rows.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }
}
