package org.mentorportal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.session.AttendanceOutcome.AlreadySo;
import org.mentorportal.session.AttendanceOutcome.Done;
import org.mentorportal.session.AttendanceOutcome.NotDone;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** C: attendance is a mentor's judgement. */
@PortalTest
class AttendanceTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    SessionService sessions;
    @Autowired
    AttendanceService attendance;
    @Autowired
    RefusalWords refusals;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    List<StoredRule> rules;
    @Autowired
    MovableClock movable;
    @Autowired
    Clock clock;

    private AccountInfo student;
    private AccountInfo mentor;
    private AccountInfo admin;
    private ServiceInfo talk;
    private StoredSessions stored;

    @BeforeEach
    void openTheSchool() {
        student = school.student();
        mentor = school.mentor();
        admin = school.admin();
        talk = school.service(school.resourceOf(mentor), Approval.AUTOMATIC, Timing.of(60), 3);
        stored = new StoredSessions(jdbc, rules);
    }

    @AfterEach
    void putTheClockBack() {
        movable.putBack();
    }

    private BookingDetails past(int daysAgo) {
        return desk.booked(student, talk, school.in(-daysAgo, "10:00"));
    }

    @Test
    void c3NoShowIsStampedWithWhoMarkedItInWhichRoleAndWhen() {
        BookingDetails booking = past(1);
        Instant before = clock.instant();

        AttendanceDetails marked = ((Done) desk.mark(mentor, booking, Mark.NO_SHOW)).attendance();

        assertThat(marked.mark()).isEqualTo(Mark.NO_SHOW);
        assertThat(marked.markedBy()).isEqualTo(mentor.displayName());
        assertThat(marked.markedAs()).isEqualTo(Role.MENTOR);
        assertThat(marked.markedAt()).isBetween(before.minusMillis(1), clock.instant());
        assertThat(stored.place(booking)).containsEntry("mark", "NO_SHOW").containsEntry("marked_by", mentor.id().value())
                .containsEntry("marked_role", "MENTOR");
        assertThat(desk.trailOfPlace(booking)).containsExactly("1 null>HELD STUDENT RequestBooking", "2 HELD>NO_SHOW MENTOR MarkAttendance");
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void c3ResetClearsTheMarkAndItsStamp() {
        BookingDetails booking = past(1);
        desk.mark(mentor, booking, Mark.NO_SHOW);

        AttendanceDetails now = ((Done) desk.reset(mentor, booking, "")).attendance();

        assertThat(now.mark()).isNull();
        assertThat(now.markedBy()).isNull();
        assertThat(stored.place(booking)).containsEntry("mark", null).containsEntry("marked_by", null)
                .containsEntry("marked_role", null).containsEntry("marked_at", null);
        assertThat(desk.trailOfPlace(booking)).endsWith("3 NO_SHOW>HELD MENTOR ResetAttendance");
        assertThat(((Done) desk.mark(mentor, booking, Mark.EXCUSED)).attendance().mark()).isEqualTo(Mark.EXCUSED);
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void c2X12WhatHasNotEndedCannotBeMarked() {
        BookingDetails coming = desk.book(student, talk, school.in(5, "10:00"));
        BookingDetails running = desk.booked(student, talk, school.in(4, "10:00"));
        movable.moveTo(running.start().plusSeconds(60 * 59));

        assertThat(said(desk.mark(mentor, coming, Mark.NO_SHOW))).startsWith("Cannot mark this booking as no-show: its session has not ended");
        assertThat(Desk.refusal(desk.mark(mentor, running, Mark.ATTENDED))).isEqualTo(SessionRuleId.NOT_ENDED);
        movable.moveTo(running.end());
        assertThat(desk.mark(mentor, running, Mark.ATTENDED)).isInstanceOf(Done.class);
    }

    @Test
    void c2X12WhatIsMarkedAlreadyIsNotMarkedAgain() {
        BookingDetails booking = past(1);
        desk.mark(mentor, booking, Mark.ATTENDED);

        assertThat(said(desk.mark(mentor, booking, Mark.NO_SHOW)))
                .startsWith("Cannot mark this booking as no-show: it is marked as attended since");
        assertThat(desk.mark(mentor, booking, Mark.ATTENDED)).isInstanceOfSatisfying(AlreadySo.class,
                so -> assertThat(so.attendance().markedBy()).isEqualTo(mentor.displayName()));
        assertThat(desk.trailOfPlace(booking)).hasSize(2);
    }

    @Test
    void c2WhatWasNeverApprovedOrIsGivenUpCannotBeMarked() {
        ServiceInfo asked = school.service(talk.resource(), Approval.MENTOR);
        BookingDetails pending = desk.booked(student, asked, school.in(-1, "12:00"));
        BookingDetails cancelled = desk.book(student, talk, school.in(2, "10:00"));
        desk.cancel(student, cancelled, "");
        movable.moveTo(cancelled.end());

        assertThat(Desk.refusal(desk.mark(mentor, pending, Mark.NO_SHOW))).isEqualTo(SessionRuleId.NOT_IN_SESSION);
        assertThat(Desk.refusal(desk.mark(mentor, cancelled, Mark.NO_SHOW))).isEqualTo(SessionRuleId.PLACE_GIVEN_UP);
    }

    @Test
    void groundsHaveNoAttendance() {
        BookingDetails match = desk.booked(student, school.service(school.ground(), Approval.AUTOMATIC), school.in(-200, "10:00")); // would be the first

        assertThat(Desk.refusal(desk.mark(admin, match, Mark.NO_SHOW, "told so"))).isEqualTo(SessionRuleId.NO_ATTENDANCE);
        assertThat(school.as(admin, sessions::waiting).places()).extracting(AttendanceDetails::booking).doesNotContain(match.id());
    }

    @Test
    void x2OnlyTheSessionsMentorMarksOrAnAdminWithAReason() {
        BookingDetails booking = past(1);

        assertThat(Desk.refusal(desk.mark(school.mentor(), booking, Mark.NO_SHOW))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
        assertThatThrownBy(() -> desk.mark(student, booking, Mark.ATTENDED)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.mark(school.principal(), booking, Mark.ATTENDED)).isInstanceOf(AccessDeniedException.class);
        assertThat(Desk.refusal(desk.mark(admin, booking, Mark.NO_SHOW))).isEqualTo(BookingRuleId.REASON_NEEDED);
        AttendanceDetails marked = ((Done) desk.mark(admin, booking, Mark.NO_SHOW, "the mentor is ill")).attendance();
        assertThat(marked.markedAs()).isEqualTo(Role.ADMIN);
        assertThat(Desk.refusal(desk.reset(admin, booking, " "))).isEqualTo(BookingRuleId.REASON_NEEDED);
        assertThat(desk.reset(mentor, booking, "")).isInstanceOf(Done.class);
    }

    @Test
    void nobodyMarksThemselves() {
        AccountInfo both = school.person(Role.MENTOR, Role.STUDENT);
        ServiceInfo own = school.service(school.resourceOf(both), Approval.AUTOMATIC);

        BookingDetails booking = desk.booked(both, own, school.in(-1, "10:00"));

        assertThat(Desk.refusal(desk.mark(both, booking, Mark.ATTENDED))).isEqualTo(SessionRuleId.OWN_ATTENDANCE);
    }

    @Test
    void sameKeyMarksOnceAndIsAnsweredAsAtFirst() {
        BookingDetails booking = past(1);
        CommandKey key = CommandKey.fresh();
        var mark = new MarkAttendance(booking.id(), Mark.NO_SHOW, "");

        school.as(mentor, () -> attendance.mark(mark, key));
        desk.reset(mentor, booking, "");

        assertThat(school.as(mentor, () -> attendance.mark(mark, key.again()))).isInstanceOfSatisfying(Done.class,
                again -> assertThat(again.attendance().mark()).isEqualTo(Mark.NO_SHOW));
        assertThat(Desk.refusal(school.as(mentor, () -> attendance.mark(new MarkAttendance(booking.id(), Mark.EXCUSED, ""), key.again()))))
                .isEqualTo(CommandRule.KEY_REUSED);
        assertThat(stored.place(booking)).containsEntry("mark", null);
    }

    @Test
    void takingBackWhatIsNotMarkedChangesNothing() {
        BookingDetails booking = past(1);

        assertThat(desk.reset(mentor, booking, "")).isInstanceOf(AlreadySo.class);
        assertThat(desk.trailOfPlace(booking)).hasSize(1);
    }

    @Test
    void c2WaitingListsWhatEndedUnmarkedTheLongestFirstWithItsCount() {
        BookingDetails yesterday = past(1);
        BookingDetails before = past(2);
        BookingDetails coming = desk.book(student, talk, school.in(1, "10:00"));
        past(3);
        BookingDetails marked = past(4);
        desk.mark(mentor, marked, Mark.ATTENDED);

        Waiting waiting = school.as(mentor, sessions::waiting);

        assertThat(waiting.places()).extracting(AttendanceDetails::booking).hasSize(3).endsWith(before.id(), yesterday.id());
        assertThat(waiting.count()).isEqualTo(3);
        assertThat(waiting.nextEnd()).isEqualTo(coming.end());
        assertThat(school.as(mentor, sessions::waitingCount)).isEqualTo(new Waiting(List.of(), 3, coming.end()));
        assertThat(school.as(school.mentor(), sessions::waiting)).isEqualTo(new Waiting(List.of(), 0, null));
        assertThat(school.as(admin, sessions::waiting).count()).isGreaterThanOrEqualTo(3);
        assertThat(school.as(mentor, () -> sessions.marked(10))).extracting(AttendanceDetails::booking).containsExactly(marked.id());
    }

    @Test
    void c1NinetyDaysLaterNothingIsMarkedAndNothingHasChanged() {
        past(1);
        BookingDetails coming = desk.book(student, talk, school.in(2, "10:00"));
        List<Map<String, Object>> before = rows();

        for (int day = 1; day <= 90; day++) {
            movable.moveTo(school.in(1, "09:00"));
            school.as(mentor, sessions::waiting);
            school.as(mentor, sessions::today);
            school.as(mentor, sessions::week);
        }

        assertThat(clock.instant()).isAfter(coming.end().plus(Duration.ofDays(80)));
        assertThat(rows()).isEqualTo(before);
        assertThat(school.as(mentor, sessions::waiting).count()).isEqualTo(2);
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("""
                select 'booking' as what, b.id, b.status, b.version, null as mark from booking b where b.resource_id = :resource union all
                select 'session', s.id, s.status, s.version, null from live_session s where s.resource_id = :resource union all
                select 'reservation', r.id, r.status, r.version, r.mark from reservation r where r.resource_id = :resource order by 1, 2""")
                .param("resource", talk.resource().id().value()).query().listOfRows();
    }

    private String said(AttendanceOutcome outcome) {
        return refusals.of(((NotDone) outcome).why());
    }
}
