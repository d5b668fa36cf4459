package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** {@code ./portal check} finds what was written while a constraint was off; each fault is planted and rolled back. */
@PortalTest
class StoredBookingRulesTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    List<StoredRule> all;
    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private final StoredBookingRules rules = new StoredBookingRules();
    private AccountInfo ann;
    private BookingDetails anns;
    private BookingDetails annsElsewhere;
    private BookingDetails bens;

    @BeforeEach
    void threeBookings() {
        ResourceInfo ground = school.ground();
        ServiceInfo service = school.service(ground, Approval.PRINCIPAL, Timing.of(60).withStep(30), 1);
        ann = school.student();
        anns = desk.book(ann, service, school.in(5, "10:00"));
        annsElsewhere = desk.book(ann, school.service(), school.in(5, "14:00"));
        bens = desk.book(school.student(), service, school.in(5, "14:00"));
    }

    @Test
    void everythingThatThePortalHasStoredKeepsEveryRule() {
        assertThat(all).extracting(StoredRule::name).contains("audit_chain", "booking_trail", "ex_booking_resource_overlap",
                "ex_booking_student_overlap", "uq_booking_seat", "ck_booking_seat", "uq_booking_per_day", "ck_booking_occupied",
                "tg_booking_closure", "ck_reason_given");
        assertThat(all).allSatisfy(rule -> assertThat(rule.faults()).as(rule.name()).isEmpty());
    }

    @Test
    void overlapOnAResourceIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedResourceOverlap, "bookings " + anns.id() + " and " + bens.id() + " on resource",
                "alter table booking drop constraint ex_booking_resource_overlap", move(bens, "-3 hours -30 minutes"));
    }

    @Test
    void overlapIsFoundBehindABookingThatEndsEarlier() throws SQLException {
        BookingDetails between = desk.book(school.student(), bens.service(), school.in(5, "11:00"));
        assertFound(StoredBookingRules::storedResourceOverlap, "bookings " + anns.id() + " and " + bens.id() + " on resource",
                "alter table booking drop constraint ex_booking_resource_overlap", "alter table booking drop constraint ex_booking_student_overlap",
                "update booking set ends_at = ends_at + interval '4 hours', occupied_to = occupied_to + interval '4 hours' where id = " + anns.id(),
                "update booking set status = 'PENDING' where id = " + between.id());
    }

    @Test
    void overlapOfAStudentIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedStudentOverlap, "bookings " + anns.id() + " and " + annsElsewhere.id() + " of student " + ann.id(),
                "alter table booking drop constraint ex_booking_student_overlap", move(annsElsewhere, "-3 hours -30 minutes"));
    }

    @Test
    void seatSoldTwiceIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedSeatOnce, "bookings " + anns.id() + " and " + bens.id() + " on seat 1",
                "drop index uq_booking_seat", move(bens, "-4 hours"));
    }

    @Test
    void seatThatDoesNotExistIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedSeatExists, "booking " + anns.id() + " on seat 5 of 1",
                "alter table booking drop constraint ck_booking_seat", "update booking set seat = 5 where id = " + anns.id());
    }

    @Test
    void secondOfADayIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedOnePerDay, "bookings " + anns.id() + " and " + bens.id() + " of student " + ann.id(),
                "drop index uq_booking_per_day", "alter table booking drop constraint ex_booking_student_overlap",
                "update booking set one_per_day = true, student_id = " + ann.id() + " where id in (" + anns.id() + ", " + bens.id() + ")");
    }

    @Test
    void wrongOccupiedTimeIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedOccupiedTime, "booking " + anns.id(),
                "alter table booking drop constraint ck_booking_occupied", "update booking set buffer_after = 30 where id = " + anns.id());
    }

    @Test
    void bookingInsideAClosureIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedClosures, "booking " + anns.id() + " inside closure",
                "alter table closure disable trigger tg_closure_booking",
                "with made as (insert into hold (kind) values ('CLOSURE') returning id) insert into closure (hold_id, resource_id, starts_at,"
                        + " ends_at, reason, closed_by, closed_at) select made.id, b.resource_id, b.starts_at, b.ends_at, 'by hand', "
                        + ann.id() + ", b.requested_at from made, booking b where b.id = " + anns.id());
    }

    @Test
    void endWithoutAReasonIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedReasons, "booking " + anns.id() + ", REJECTED",
                "alter table booking drop constraint ck_reason_given",
                "update booking set status = 'REJECTED', ended_by = student_id, ended_at = requested_at where id = " + anns.id());
    }

    @Test
    void changeWithoutAnEventIsFound() throws SQLException {
        assertFound(StoredBookingRules::storedTrail, "booking " + anns.id() + " is PENDING at version 2, its trail ends PENDING at 1",
                "update booking set version = 2 where id = " + anns.id());
        assertFound(StoredBookingRules::storedTrail, "booking " + anns.id() + " is APPROVED at version 1, its trail ends PENDING at 1",
                "update booking set status = 'APPROVED', approved_at = requested_at where id = " + anns.id());
    }

    @Test
    void f2CutTailAndARemovedBookingAreFound() throws SQLException {
        assertFound(StoredBookingRules::storedTrail, "booking " + anns.id() + " is PENDING at version 1, its trail ends before it begins",
                "delete from audit_event where subject_type = 'booking' and subject_id = " + anns.id());
        assertFound(StoredBookingRules::storedTrail, "booking " + anns.id() + " is gone, its trail is not",
                "delete from booking where id = " + anns.id());
    }

    private static String move(BookingDetails booking, String by) {
        return """
                update booking set starts_at = starts_at + i, ends_at = ends_at + i, occupied_from = occupied_from + i, occupied_to = occupied_to + i
                from (select interval '%s' as i) moved where id = %s""".formatted(by, booking.id());
    }

    private void assertFound(BiFunction<StoredBookingRules, JdbcClient, StoredRule> rule, String fault, String... plant) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThat(rule.apply(rules, jdbc).faults()).as("before").noneMatch(line -> line.startsWith(fault));
            for (String sql : plant) {
                jdbc.sql(sql).update();
            }
            assertThat(rule.apply(rules, jdbc).faults()).anyMatch(line -> line.startsWith(fault));
            connection.rollback();
        }
    }
}
