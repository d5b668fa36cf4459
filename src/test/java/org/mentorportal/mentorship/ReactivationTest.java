package org.mentorportal.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.booking.Verdict;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.MentorshipOutcome.AlreadySo;
import org.mentorportal.mentorship.MentorshipOutcome.Reactivated;
import org.mentorportal.mentorship.MentorshipOutcome.Suspended;
import org.mentorportal.notification.InboxKind;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;

/** D3 to D6, D8: a reactivation brings back what its own suspension took, fills the plan, and says what could not come back. */
@PortalTest
class ReactivationTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    MentorshipService mentorship;
    @Autowired
    EnrolmentService enrolments;
    @Autowired
    ClosureService closures;
    @Autowired
    RetirementService retirement;
    @Autowired
    List<StoredRule> rules;

    private Mentoring.Scene scene;

    @BeforeEach
    void openTheSchool() {
        scene = mentoring.scene();
    }

    private void assertStoredRulesHold() {
        assertThat(rules.stream().flatMap(rule -> rule.faults().stream())).isEmpty();
    }

    private static List<String> inShort(List<RestoreLine> lines) {
        return lines.stream().map(Mentoring.inShort()).toList();
    }

    @Test
    void d3X11ReactivationRestoresExactlyWhatItsSuspensionCancelledToTheStatusItHad() {
        BookingDetails cancelledBefore = desk.book(scene.student(), scene.talk(), school.in(2, "10:00"));
        desk.cancel(scene.student(), cancelledBefore, "");
        BookingDetails approved = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails pending = desk.book(scene.student(), scene.training(), school.in(4, "10:00"));
        BookingDetails givenUp = desk.book(scene.student(), scene.talk(), school.in(5, "10:00"));
        mentoring.reprobated(scene);
        mentoring.giveUp(scene, givenUp);

        Reactivated done = mentoring.reactivated(scene);

        assertThat(inShort(done.lines())).containsExactly(approved.start() + " RESTORED APPROVED", pending.start() + " RESTORED PENDING",
                givenUp.start() + " GIVEN_UP");
        assertThat(List.of(desk.statusOf(approved), desk.statusOf(pending), desk.statusOf(givenUp), desk.statusOf(cancelledBefore)))
                .containsExactly(BookingStatus.APPROVED, BookingStatus.PENDING, BookingStatus.CANCELLED, BookingStatus.CANCELLED);
        assertThat(done.enrolment().status()).isEqualTo(EnrolmentStatus.ACTIVE);
        assertThat(done.enrolment().suspension()).isNull();
        assertThat(desk.trailOf(approved)).last().isEqualTo("3 CANCELLED>APPROVED MENTOR Reactivate");
        assertThat(desk.trailOf("enrolment", scene.enrolment().id().value())).last().isEqualTo("3 REPROBATED>ACTIVE MENTOR Reactivate");
        assertThat(desk.inboxOf(scene.student())).extracting(InboxMessage::kind)
                .containsExactly(InboxKind.MENTEE_REACTIVATED, InboxKind.MENTEE_REPROBATED);
        assertStoredRulesHold();
    }

    @Test
    void d5ThePreviewOfTwoTalksOnOneDayIsWhatThenComesBack() {
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        desk.book(scene.student(), scene.talk(), school.in(3, "15:00"));
        mentoring.reprobated(scene);

        List<RestoreLine> before = school.as(scene.mentor(), () -> mentorship.reactivationPreview(scene.enrolment().id())).orElseThrow().lines();

        assertThat(before).extracting(RestoreLine::verdict).containsExactly(Verdict.RESTORED, Verdict.RESTORED);
        assertThat(mentoring.reactivated(scene).lines()).isEqualTo(before);
    }

    @Test
    void d4ThenThePlanFillsTheRestOfTheCycleAndSkipsEveryDayThatHasAnyBooking() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"), mentoring.weekly(scene.talk(), 5, "10:00"));
        BookingDetails held = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails cancelledBefore = desk.book(scene.student(), scene.talk(), school.in(5, "15:00"));
        desk.cancel(scene.student(), cancelledBefore, "");
        mentoring.reprobated(scene);
        desk.book(other(), scene.talk(), school.in(10, "10:00"));
        close(school.in(12, "10:00"));

        List<RestoreLine> lines = mentoring.reactivated(scene).lines();

        assertThat(inShort(lines.stream().filter(line -> line.start().isBefore(school.in(20, "00:00"))).toList())).containsExactly(
                held.start() + " RESTORED APPROVED",
                school.in(5, "10:00") + " DAY_HAS_BOOKING",
                school.in(10, "10:00") + " TAKEN",
                school.in(12, "10:00") + " CLOSED",
                school.in(17, "10:00") + " MADE APPROVED",
                school.in(19, "10:00") + " MADE APPROVED");
        assertThat(lines).as("to the end of the cycle").last().satisfies(line -> assertThat(line.start()).isAfter(school.in(55, "00:00")));
        assertStoredRulesHold();
    }

    @Test
    void d4SecondTimeOfADayIsFilledWhereTheFirstWasLet() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 4, "10:00"), mentoring.weekly(scene.talk(), 4, "15:00"));
        mentoring.reprobated(scene);
        desk.book(other(), scene.talk(), school.in(4, "10:00"));

        List<RestoreLine> lines = mentoring.reactivated(scene).lines();

        assertThat(inShort(lines.stream().filter(line -> line.start().isBefore(school.in(12, "00:00"))).toList())).containsExactly(
                school.in(4, "10:00") + " TAKEN", school.in(4, "15:00") + " MADE APPROVED",
                school.in(11, "10:00") + " MADE APPROVED", school.in(11, "15:00") + " DAY_HAS_BOOKING");
        assertStoredRulesHold();
    }

    private void close(Instant start) {
        school.as(scene.mentor(), () -> closures.close(new CloseResource(scene.talk().resource().id(), start, start.plusSeconds(3600), "ill"), CommandKey.fresh()));
    }

    /** Another mentee of the cycle. */
    private AccountInfo other() {
        AccountInfo other = school.student();
        mentoring.enrolled(scene.cycle(), other, scene.mentor());
        return other;
    }

    @Test
    void d5X10WhatCannotComeBackIsListedWithItsReasonAndIsNoError() {
        ServiceInfo retiring = school.service(school.ground(), Approval.AUTOMATIC);
        CycleInfo cycle = mentoring.cycle(scene.admin(), retiring);
        Mentoring.Scene second = new Mentoring.Scene(scene.admin(), scene.mentor(), scene.student(), retiring, retiring, cycle,
                mentoring.enrolled(cycle, scene.student(), scene.mentor()));
        BookingDetails notOffered = desk.book(scene.student(), retiring, school.in(2, "10:00"));
        BookingDetails past = desk.book(scene.student(), scene.talk(), school.in(1, "10:00"));
        BookingDetails taken = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails closed = desk.book(scene.student(), scene.talk(), school.in(4, "10:00"));
        BookingDetails ownHour = desk.book(scene.student(), scene.talk(), school.in(5, "10:00"));
        BookingDetails back = desk.book(scene.student(), scene.talk(), school.in(6, "10:00"));
        mentoring.reprobated(scene);
        mentoring.reprobated(second);
        desk.book(other(), scene.talk(), taken.start());
        desk.book(scene.student(), school.service(), ownHour.start());
        close(closed.start());
        school.as(scene.admin(), () -> retirement.retire(new RetireService(retiring.id(), retiring.version(), RetireService.LiveBookings.KEEP, ""), CommandKey.fresh()));

        Instant later = past.start().plusSeconds(60);
        ReactivationPreview preview = PortalClock.at(later, () -> school.as(scene.mentor(),
                () -> mentorship.reactivationPreview(scene.enrolment().id()).orElseThrow()));
        Reactivated done = PortalClock.at(later, () -> mentoring.reactivated(scene));

        assertThat(inShort(done.lines())).containsExactly(past.start() + " PAST", taken.start() + " TAKEN", closed.start() + " CLOSED",
                ownHour.start() + " OWN_BOOKING", back.start() + " RESTORED APPROVED");
        assertThat(preview.lines()).as("the preview said so before").isEqualTo(done.lines());
        assertThat(inShort(mentoring.reactivated(second).lines())).containsExactly(notOffered.start() + " NOT_OFFERED");
        assertThat(school.as(scene.student(), () -> enrolments.page(scene.enrolment().id())).orElseThrow().past().getFirst().lines())
                .as("the mentee reads the same list").isEqualTo(done.lines());
        assertStoredRulesHold();
    }

    @Test
    void d5PreviewListsWhatWouldBeRestoredAndMadeAndChangesNothing() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        desk.book(scene.student(), scene.training(), school.in(4, "10:00"));
        mentoring.reprobated(scene);

        List<RestoreLine> preview = school.as(scene.mentor(), () -> mentorship.reactivationPreview(scene.enrolment().id())).orElseThrow().lines();

        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.REPROBATED);
        assertThat(inShort(preview)).isEqualTo(inShort(mentoring.reactivated(scene).lines()));
    }

    @Test
    void d6X10ReactivatingTwiceChangesNothingAndSaysWhoDidItAndWhen() {
        BookingDetails booking = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        mentoring.reprobated(scene);
        mentoring.reactivated(scene);
        desk.cancel(scene.student(), booking, "");

        MentorshipOutcome again = mentoring.reactivate(scene.admin(), scene);

        assertThat(again).isInstanceOf(AlreadySo.class);
        assertThat(((AlreadySo) again).who()).isEqualTo(scene.mentor().displayName());
        assertThat(desk.statusOf(booking)).as("what the mentee cancelled since stays so").isEqualTo(BookingStatus.CANCELLED);
        assertThat(mentoring.now(scene).version()).isEqualTo(3);
    }

    @Test
    void d6StaleReactivationNeverEndsALaterSuspension() {
        mentoring.reprobated(scene);
        SuspensionId first = mentoring.now(scene).suspension().id();
        mentoring.reactivated(scene);
        mentoring.reprobated(scene);

        MentorshipOutcome late = mentoring.end(scene.mentor(), new SuspensionCommand.Reactivate(scene.enrolment().id(), first));

        assertThat(late).isInstanceOf(AlreadySo.class);
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.REPROBATED);
    }

    @Test
    void d6SuspensionOfAnotherEnrolmentEndsNothing() {
        Mentoring.Scene another = mentoring.scene();
        mentoring.reprobated(another);
        SuspensionId others = mentoring.now(another).suspension().id();
        mentoring.reprobated(scene);

        assertThat(Mentoring.refusal(mentoring.end(scene.mentor(), new SuspensionCommand.Reactivate(scene.enrolment().id(), others))))
                .isEqualTo(MentorshipRule.NOT_SUSPENDED);
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.REPROBATED);
        assertThat(mentoring.now(another).status()).isEqualTo(EnrolmentStatus.REPROBATED);
    }

    @Test
    void d6SameKeyHasTheSameListAgain() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        var begin = new SuspensionCommand.Reprobate(scene.enrolment().id(), "Three no-shows");
        CommandKey began = CommandKey.fresh();
        Suspended first = Mentoring.suspended(school.as(scene.mentor(), () -> mentorship.suspend(begin, began)));
        assertThat(school.as(scene.mentor(), () -> mentorship.suspend(begin, began.again()))).isEqualTo(first);

        var end = new SuspensionCommand.Reactivate(scene.enrolment().id(), null);
        CommandKey ended = CommandKey.fresh();
        Reactivated done = Mentoring.reactivated(school.as(scene.mentor(), () -> mentorship.end(end, ended)));
        assertThat(done.lines()).hasSizeGreaterThan(3);
        assertThat(school.as(scene.mentor(), () -> mentorship.end(end, ended.again()))).isEqualTo(done);
        assertThat(Mentoring.suspended(school.as(scene.mentor(), () -> mentorship.suspend(begin, began.again()))).cancelled())
                .as("though it is back by now").extracting(BookingDetails::id).isEqualTo(first.cancelled().stream().map(BookingDetails::id).toList());
    }

    @Test
    void d6NeverSuspendedIsSaidSo() {
        assertThat(Mentoring.refusal(mentoring.reactivate(scene.mentor(), scene))).isEqualTo(MentorshipRule.NOT_SUSPENDED);
        assertThat(school.as(scene.mentor(), () -> mentorship.reactivationPreview(scene.enrolment().id()))).isEmpty();
    }

    @Test
    void d8EachReactivationRestoresOnlyWhatItsOwnSuspensionCancelled() {
        BookingDetails inBoth = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails lost = desk.book(scene.student(), scene.talk(), school.in(4, "10:00"));
        mentoring.reprobated(scene);
        AccountInfo other = other();
        BookingDetails inTheWay = desk.book(other, scene.talk(), lost.start());
        mentoring.reactivated(scene);
        desk.cancel(other, inTheWay, "");
        BookingDetails later = desk.book(scene.student(), scene.talk(), school.in(5, "10:00"));

        assertThat(mentoring.reprobated(scene).cancelled()).extracting(BookingDetails::id).containsExactly(inBoth.id(), later.id());
        Reactivated second = mentoring.reactivated(scene);

        assertThat(second.lines()).extracting(RestoreLine::verdict).containsOnly(Verdict.RESTORED);
        assertThat(second.lines()).extracting(RestoreLine::booking).containsExactly(inBoth.id(), later.id());
        assertThat(desk.statusOf(lost)).as("taken when its own suspension ended").isEqualTo(BookingStatus.CANCELLED);
        assertThat(mentoring.page(scene).past()).hasSize(2);
        assertStoredRulesHold();
    }
}
