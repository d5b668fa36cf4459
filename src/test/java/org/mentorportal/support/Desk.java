package org.mentorportal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.notification.InboxService;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.Mark;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.shared.RuleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a test's people ask for bookings and decide about them, each as themselves, by the portal's own services. */
@Component
public class Desk {

    private final School school;
    private final BookingService bookings;
    private final ApprovalService approvals;
    private final AttendanceService attendance;
    private final InboxService inbox;
    private final JdbcClient jdbc;

    Desk(School school, BookingService bookings, ApprovalService approvals, AttendanceService attendance, InboxService inbox,
         JdbcClient jdbc) {
        this.school = school;
        this.bookings = bookings;
        this.approvals = approvals;
        this.attendance = attendance;
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    public BookingOutcome ask(AccountInfo student, ServiceInfo service, Instant start) {
        return school.as(student, () -> bookings.request(new RequestBooking(service.id(), start, "practice", 1, ""), CommandKey.fresh()));
    }

    /** Asks and gets it. */
    public BookingDetails book(AccountInfo student, ServiceInfo service, Instant start) {
        return done(ask(student, service, start));
    }

    /** Asked for, and had, the day before it began: also of a time that is over by now. */
    public BookingDetails booked(AccountInfo student, ServiceInfo service, Instant start) {
        return PortalClock.at(start.minus(Duration.ofDays(1)), () -> book(student, service, start));
    }

    public AttendanceOutcome mark(AccountInfo person, BookingDetails booking, Mark mark) {
        return mark(person, booking, mark, "");
    }

    public AttendanceOutcome mark(AccountInfo person, BookingDetails booking, Mark mark, String reason) {
        return school.as(person, () -> attendance.mark(new MarkAttendance(booking.id(), mark, reason), CommandKey.fresh()));
    }

    public AttendanceOutcome reset(AccountInfo person, BookingDetails booking, String reason) {
        return school.as(person, () -> attendance.reset(new ResetAttendance(booking.id(), reason), CommandKey.fresh()));
    }

    public BookingOutcome approve(AccountInfo person, BookingDetails booking) {
        return approve(person, booking, "");
    }

    public BookingOutcome approve(AccountInfo person, BookingDetails booking, String reason) {
        return school.as(person, () -> approvals.decide(new Decision.Approve(booking.id(), reason), CommandKey.fresh()));
    }

    public BookingOutcome reject(AccountInfo person, BookingDetails booking, String reason) {
        return school.as(person, () -> approvals.decide(new Decision.Reject(booking.id(), reason), CommandKey.fresh()));
    }

    public BookingOutcome revoke(AccountInfo person, BookingDetails booking, String reason) {
        return school.as(person, () -> approvals.decide(new Decision.Revoke(booking.id(), reason), CommandKey.fresh()));
    }

    public BookingOutcome cancel(AccountInfo person, BookingDetails booking, String reason) {
        return school.as(person, () -> bookings.cancel(new Decision.Cancel(booking.id(), reason), CommandKey.fresh()));
    }

    public BookingOutcome move(AccountInfo person, BookingDetails booking, Instant start) {
        return school.as(person, () -> bookings.reschedule(new RescheduleBooking(booking.id(), start, "", null), CommandKey.fresh()));
    }

    public List<InboxMessage> inboxOf(AccountInfo person) {
        return school.as(person, inbox::messages);
    }

    public BookingStatus statusOf(BookingDetails booking) {
        return BookingStatus.valueOf(jdbc.sql("select status from booking where id = ?").param(booking.id().value())
                .query(String.class).single());
    }

    /** Of the booking's place: "1 null>HELD STUDENT RequestBooking". */
    public List<String> trailOfPlace(BookingDetails booking) {
        return trailOf("reservation", jdbc.sql("select id from reservation where booking_id = ?").param(booking.id().value())
                .query(Long.class).single());
    }

    /** The booking's events by seq: "1 null>PENDING STUDENT RequestBooking". */
    public List<String> trailOf(BookingDetails booking) {
        return trailOf("booking", booking.id().value());
    }

    public List<String> trailOf(String subject, long id) {
        return jdbc.sql("""
                select seq || ' ' || coalesce(state_from, 'null') || '>' || state_to || ' ' || actor_role || ' ' || command
                from audit_event where subject_type = ? and subject_id = ? order by seq""")
                .params(subject, id).query(String.class).list();
    }

    public static BookingDetails done(BookingOutcome outcome) {
        assertThat(outcome).isInstanceOf(BookingOutcome.Done.class);
        return ((BookingOutcome.Done) outcome).booking();
    }

    public static RuleId refusal(AttendanceOutcome outcome) {
        assertThat(outcome).isInstanceOf(AttendanceOutcome.NotDone.class);
        return ((AttendanceOutcome.NotDone) outcome).why().rule();
    }

    public static RuleId refusal(BookingOutcome outcome) {
        assertThat(outcome).isInstanceOf(BookingOutcome.NotDone.class);
        return ((BookingOutcome.NotDone) outcome).why().rule();
    }
}
