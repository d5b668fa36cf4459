package org.mentorportal.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.MentorshipOutcome.AlreadySo;
import org.mentorportal.mentorship.MentorshipOutcome.Suspended;
import org.mentorportal.notification.InboxKind;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** D1, D2, D7: a suspension is one person's decision, done as a whole, and nothing slips past it. */
@PortalTest
class SuspensionTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    MentorshipService mentorship;
    @Autowired
    BookingService bookings;
    @Autowired
    RefusalWords refusals;
    @Autowired
    List<StoredRule> rules;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Mentoring.Scene scene;

    @BeforeEach
    void openTheSchool() {
        scene = mentoring.scene();
    }

    private void assertStoredRulesHold() {
        assertThat(rules.stream().flatMap(rule -> rule.faults().stream())).isEmpty();
    }

    @Test
    void d1ReprobationCancelsAllFutureBookingsOfTheCycleEachLinkedAndWithItsStatus() {
        BookingDetails past = mentoring.past(scene, 2);
        BookingDetails another = desk.booked(scene.student(), scene.talk(), school.in(-1, "12:00"));
        BookingDetails approved = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails pending = desk.book(scene.student(), scene.training(), school.in(4, "10:00"));
        BookingDetails elsewhere = desk.book(scene.student(), school.service(), school.in(5, "10:00"));
        BookingDetails cancelledBefore = desk.book(scene.student(), scene.talk(), school.in(6, "10:00"));
        desk.cancel(scene.student(), cancelledBefore, "");

        Suspended done = mentoring.reprobated(scene);

        assertThat(done.cancelled()).extracting(BookingDetails::id).containsExactly(approved.id(), pending.id());
        assertThat(held(approved)).isEqualTo("CANCELLED " + done.hold().value() + " APPROVED");
        assertThat(held(pending)).isEqualTo("CANCELLED " + done.hold().value() + " PENDING");
        assertThat(List.of(desk.statusOf(past), desk.statusOf(another))).containsOnly(BookingStatus.APPROVED);
        assertThat(desk.statusOf(elsewhere)).as("grounds outside the cycle are untouched").isEqualTo(BookingStatus.PENDING);
        assertThat(held(cancelledBefore)).isEqualTo("CANCELLED null null");
        SuspensionDetails open = done.enrolment().suspension();
        assertThat(open).isNotNull();
        assertThat(open.reason()).isEqualTo("Three no-shows");
        assertThat(open.begunBy()).isEqualTo(scene.mentor().displayName());
        assertThat(open.begunRole()).isEqualTo(Role.MENTOR);
        assertThat(open.since()).isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        assertThat(desk.trailOf("enrolment", scene.enrolment().id().value()))
                .containsExactly("1 null>ACTIVE MENTOR EnrolStudent", "2 ACTIVE>REPROBATED MENTOR Reprobate");
        assertThat(desk.trailOf(approved)).last().isEqualTo("2 APPROVED>CANCELLED MENTOR Reprobate");
        assertStoredRulesHold();
    }

    private String held(BookingDetails booking) {
        return jdbc.sql("select status || ' ' || coalesce(hold_id::text, 'null') || ' ' || coalesce(held_status, 'null') from booking where id = ?")
                .param(booking.id().value()).query(String.class).single();
    }

    @Test
    void d1ReprobationNeedsAReasonAndTheMenteeIsToldItOnce() {
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        desk.book(scene.student(), scene.talk(), school.in(4, "10:00"));

        assertThat(Mentoring.refusal(mentoring.reprobate(scene.mentor(), scene, " \u200b "))).isEqualTo(BookingRuleId.REASON_NEEDED);
        assertThat(Mentoring.refusal(mentoring.reprobate(scene.mentor(), scene, "x".repeat(301)))).isEqualTo(BookingRuleId.DETAILS_TOO_LONG);
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.ACTIVE);

        mentoring.reprobated(scene);

        assertThat(desk.inboxOf(scene.student())).as("one message, however many bookings").singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(InboxKind.MENTEE_REPROBATED);
            assertThat(message.reason()).isEqualTo("Three no-shows");
        });
    }

    @Test
    void d1PreviewListsWhatReprobationThenCancels() {
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        desk.book(scene.student(), scene.training(), school.in(4, "10:00"));

        List<BookingDetails> preview = school.as(scene.mentor(),
                () -> mentorship.suspensionPreview(scene.enrolment().id(), SuspensionKind.REPROBATED)).orElseThrow().bookings();

        assertThat(preview).hasSize(2);
        assertThat(mentoring.reprobated(scene).cancelled()).extracting(BookingDetails::id)
                .containsExactlyElementsOf(preview.stream().map(BookingDetails::id).toList());
        assertThat(school.as(scene.mentor(), () -> mentorship.suspensionPreview(scene.enrolment().id(), SuspensionKind.REPROBATED))).isEmpty();
    }

    @Test
    void d2SuspendedMenteeCannotBookTheCyclesServicesByAnyPath() {
        BookingDetails other = desk.book(scene.student(), school.service(), school.in(9, "10:00"));
        mentoring.reprobated(scene);
        Instant start = school.in(3, "10:00");

        BookingOutcome asked = desk.ask(scene.student(), scene.talk(), start);
        var forStudent = new BookForStudent(scene.student().id(), scene.talk().id(), start, "practice", 1, "");

        assertSuspended(asked);
        assertSuspended(school.as(scene.mentor(), () -> bookings.bookFor(forStudent, CommandKey.fresh())));
        assertSuspended(school.as(scene.admin(), () -> bookings.bookFor(forStudent, CommandKey.fresh())));
        assertThat(Mentoring.refusal(mentoring.generate(scene, 1, 20))).isEqualTo(MentorshipRule.MENTEE_SUSPENDED);
        assertThat(desk.statusOf(other)).isEqualTo(BookingStatus.PENDING);
        assertThat(desk.ask(scene.student(), school.service(), school.in(10, "10:00"))).as("what is in no cycle").isInstanceOf(BookingOutcome.Done.class);
        assertThat(refusals.of(((BookingOutcome.NotDone) asked).why())).contains(scene.cycle().name(), "suspended", scene.mentor().displayName())
                .doesNotContain("no-shows");
    }

    private static void assertSuspended(BookingOutcome outcome) {
        assertThat(Desk.refusal(outcome)).isEqualTo(MentorshipRule.MENTEE_SUSPENDED);
    }

    @Test
    void d2RunningBookingOfASuspendedMenteeCannotBeMovedIntoTheCyclesFuture() {
        ServiceInfo late = school.service(school.resourceOf(school.mentor()), Approval.AUTOMATIC);
        BookingDetails free = desk.book(scene.student(), late, school.in(4, "10:00"));
        Mentoring.Scene other = new Mentoring.Scene(scene.admin(), scene.mentor(), scene.student(), late, late,
                mentoring.cycle(scene.admin(), late), scene.enrolment());

        Refused refused = school.as(scene.student(), () -> bookings.reschedule(new RescheduleBooking(free.id(), school.in(5, "10:00"), "", null),
                CommandKey.fresh())).refusal().orElseThrow();

        assertThat(refused.rule()).as("booked before the service came into a cycle").isEqualTo(MentorshipRule.NOT_A_MENTEE);
        assertThat(refused.arguments()).contains(other.cycle().name());
        assertThat(desk.statusOf(free)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void d2MenteeSeesWhySinceWhenAndWhomToAsk() {
        mentoring.reprobated(scene);

        Standing standing = school.as(scene.student(), mentorship::mine).getFirst();

        EnrolmentDetails enrolment = standing.page().enrolment();
        assertThat(standing.next()).isEqualTo(Standing.Next.ASK_LEAD);
        assertThat(enrolment.leadName()).isEqualTo(scene.mentor().displayName());
        assertThat(enrolment.suspension()).isNotNull();
        assertThat(enrolment.suspension().reason()).isEqualTo("Three no-shows");
        assertThat(enrolment.actions()).as("a reprobated mentee cannot unsubscribe out of it").isEmpty();
        assertThat(Mentoring.refusal(mentoring.unsubscribe(scene.student(), scene, ""))).isEqualTo(MentorshipRule.ALREADY_REPROBATED);
        assertThat(Mentoring.refusal(mentoring.resubscribe(scene.student(), scene))).isEqualTo(MentorshipRule.ALREADY_REPROBATED);
        assertThat(Mentoring.refusal(mentoring.reactivate(scene.student(), scene))).isEqualTo(MentorshipRule.UNKNOWN_ENROLMENT);
    }

    @Test
    void d1OnlyTheLeadMentorOrAnAdminReprobates() {
        AccountInfo otherMentor = school.mentor();

        assertThat(Mentoring.refusal(mentoring.reprobate(otherMentor, scene, "because"))).isEqualTo(MentorshipRule.UNKNOWN_ENROLMENT);
        assertThat(Mentoring.refusal(mentoring.reprobate(scene.student(), scene, "because"))).isEqualTo(MentorshipRule.UNKNOWN_ENROLMENT);
        assertThat(school.as(otherMentor, () -> mentorship.suspensionPreview(scene.enrolment().id(), SuspensionKind.REPROBATED))).isEmpty();
        assertThat(mentoring.reprobate(scene.admin(), scene, "because")).isInstanceOf(Suspended.class);
    }

    @Test
    void d1ReprobatingTwiceChangesNothingAndSaysWhoDidIt() {
        mentoring.reprobated(scene);

        MentorshipOutcome again = mentoring.reprobate(scene.admin(), scene, "another reason");

        assertThat(again).isInstanceOf(AlreadySo.class);
        assertThat(((AlreadySo) again).who()).isEqualTo(scene.mentor().displayName());
        assertThat(mentoring.now(scene).suspension()).isNotNull();
        assertThat(mentoring.now(scene).suspension().reason()).isEqualTo("Three no-shows");
    }

    @Test
    void d7MenteeUnsubscribesWithoutAReasonAndComesBackTheSamePath() {
        BookingDetails booking = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));

        Suspended left = Mentoring.suspended(mentoring.unsubscribe(scene.student(), scene, ""));

        assertThat(left.cancelled()).extracting(BookingDetails::id).containsExactly(booking.id());
        assertThat(left.enrolment().status()).isEqualTo(EnrolmentStatus.UNSUBSCRIBED);
        assertThat(desk.inboxOf(scene.student())).as("what one does oneself is no news").isEmpty();
        assertThat(desk.inboxOf(scene.mentor())).extracting(InboxMessage::kind).containsExactly(InboxKind.MENTEE_LEFT);
        assertThat(Desk.refusal(desk.ask(scene.student(), scene.talk(), school.in(4, "10:00")))).isEqualTo(MentorshipRule.MENTEE_SUSPENDED);
        assertThat(Mentoring.refusal(mentoring.reactivate(scene.mentor(), scene))).isEqualTo(MentorshipRule.ALREADY_UNSUBSCRIBED);

        assertThat(Mentoring.reactivated(mentoring.resubscribe(scene.student(), scene)).enrolment().status()).isEqualTo(EnrolmentStatus.ACTIVE);

        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
        assertThat(desk.inboxOf(scene.mentor())).extracting(InboxMessage::kind).first().isEqualTo(InboxKind.MENTEE_CAME_BACK);
        assertThat(desk.trailOf("enrolment", scene.enrolment().id().value())).containsExactly("1 null>ACTIVE MENTOR EnrolStudent",
                "2 ACTIVE>UNSUBSCRIBED STUDENT Unsubscribe", "3 UNSUBSCRIBED>ACTIVE STUDENT Resubscribe");
        assertStoredRulesHold();
    }

    @Test
    void d7LeavingACycleIsNoWayOutOfASessionThatCanNoLongerBeCancelled() {
        school.edited(scene.talk(), 1, scene.talk().limits().withCancelDeadline(2 * 24 * 60));
        BookingDetails near = desk.book(scene.student(), scene.talk(), school.in(1, "10:00"));
        BookingDetails far = desk.book(scene.student(), scene.talk(), school.in(9, "10:00"));

        SuspensionPreview preview = school.as(scene.student(), () -> mentorship.suspensionPreview(scene.enrolment().id(), SuspensionKind.UNSUBSCRIBED)).orElseThrow();
        Suspended left = Mentoring.suspended(mentoring.unsubscribe(scene.student(), scene, ""));

        assertThat(left.cancelled()).extracting(BookingDetails::id).containsExactly(far.id());
        assertThat(preview.bookings()).extracting(BookingDetails::id).containsExactly(far.id());
        assertThat(desk.statusOf(near)).as("the mentor still expects them").isEqualTo(BookingStatus.APPROVED);
        mentoring.resubscribe(scene.student(), scene);
        assertThat(mentoring.reprobated(scene).cancelled()).as("a mentor's decision knows no deadline").extracting(BookingDetails::id)
                .containsExactly(near.id(), far.id());
    }

    @Test
    void d1WhyIsToldToTheMenteeAndTheLeadAndStandsOnNoBooking() {
        BookingDetails booking = desk.book(scene.student(), scene.training(), school.in(3, "10:00"));

        mentoring.reprobate(scene.admin(), scene, "Words for few");

        assertThat(school.as(school.principal(), () -> bookings.find(booking.id())).orElseThrow().reason()).isNull();
        assertThat(mentoring.now(scene).suspension().reason()).isEqualTo("Words for few");
        assertThat(desk.inboxOf(scene.mentor())).as("whose mentee it is").extracting(InboxMessage::kind).containsExactly(InboxKind.MENTEE_PAUSED);
        mentoring.reactivate(scene.admin(), scene);
        assertThat(desk.inboxOf(scene.mentor())).extracting(InboxMessage::kind).containsExactly(InboxKind.MENTEE_CAME_BACK, InboxKind.MENTEE_PAUSED);
        assertStoredRulesHold();
    }

    @Test
    void d7WhoWasUnsubscribedByTheMentorIsResubscribedByStaffOnly() {
        assertThat(Mentoring.refusal(mentoring.unsubscribe(scene.mentor(), scene, ""))).isEqualTo(BookingRuleId.REASON_NEEDED);
        mentoring.unsubscribe(scene.mentor(), scene, "Left the school");

        assertThat(Mentoring.refusal(mentoring.resubscribe(scene.student(), scene))).isEqualTo(MentorshipRule.RESUBSCRIBE_BY_STAFF);
        assertThat(school.as(scene.student(), () -> mentorship.reactivationPreview(scene.enrolment().id()))).isEmpty();
        assertThat(mentoring.resubscribe(scene.mentor(), scene)).isInstanceOf(MentorshipOutcome.Reactivated.class);
        assertThat(desk.inboxOf(scene.student())).extracting(InboxMessage::kind)
                .containsExactly(InboxKind.MENTEE_RESUBSCRIBED, InboxKind.MENTEE_UNSUBSCRIBED);
    }

    @Test
    void d7UnsubscribingNeverSettlesWarnings() {
        mentoring.noShows(scene, 2);
        mentoring.unsubscribe(scene.student(), scene, "");
        mentoring.resubscribe(scene.student(), scene);

        assertThat(mentoring.now(scene).warnings()).isEqualTo(2);
    }
}
