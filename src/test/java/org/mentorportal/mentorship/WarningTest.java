package org.mentorportal.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.WarningDetails.State;
import org.mentorportal.notification.InboxKind;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceQuestion;
import org.mentorportal.session.AttendanceQuestion.Kind;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;

/** C4, C5: a no-show leaves a warning and at the limit a question, and nothing more until a person decides. */
@PortalTest
class WarningTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    MentorshipService mentorship;
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

    private static List<AttendanceQuestion> questions(AttendanceOutcome outcome) {
        assertThat(outcome).isInstanceOf(AttendanceOutcome.Done.class);
        return ((AttendanceOutcome.Done) outcome).questions();
    }

    private WarningDetails warning(BookingDetails booking) {
        return mentoring.page(scene).warnings().stream().filter(one -> one.booking().equals(booking.id())).findFirst().orElseThrow();
    }

    @Test
    void c4NoShowOfAMenteeRaisesAWarningOfWhichTheMenteeIsTold() {
        BookingDetails missed = mentoring.noShow(scene, 1);

        WarningDetails warning = warning(missed);
        assertThat(warning.state()).isEqualTo(State.COUNTS);
        assertThat(warning.raisedBy()).isEqualTo(scene.mentor().displayName());
        assertThat(mentoring.now(scene).warnings()).isEqualTo(1);
        assertThat(mentoring.now(scene).untilLimit()).isEqualTo(2);
        assertThat(mentoring.page(scene).history()).singleElement().satisfies(one -> {
            assertThat(one.mark()).isEqualTo(Mark.NO_SHOW);
            assertThat(one.markedBy()).isEqualTo(scene.mentor().displayName());
        });
        assertThat(desk.inboxOf(scene.student())).extracting(InboxMessage::kind).containsExactly(InboxKind.NO_SHOW_WARNED);
        assertThat(desk.trailOf("warning", warning.id().value())).containsExactly("1 null>RAISED MENTOR MarkAttendance");
        assertStoredRulesHold();
    }

    @Test
    void c4OnlyNoShowsOfTheCyclesServicesAndMenteesWarn() {
        desk.mark(scene.mentor(), mentoring.past(scene, 1), Mark.EXCUSED);
        desk.mark(scene.mentor(), mentoring.past(scene, 2), Mark.ATTENDED);
        ServiceInfo outside = school.service(scene.talk().resource(), Approval.AUTOMATIC);
        desk.mark(scene.mentor(), desk.booked(scene.student(), outside, school.in(-3, "12:00")), Mark.NO_SHOW);
        desk.mark(scene.mentor(), desk.booked(school.student(), outside, school.in(-4, "12:00")), Mark.NO_SHOW);

        assertThat(mentoring.page(scene).warnings()).isEmpty();
        assertThat(mentoring.now(scene).warnings()).isZero();
    }

    @Test
    void c4AtTheLimitTheMentorIsAskedAndNothingHappensByItself() {
        BookingDetails coming = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        mentoring.noShows(scene, 2);
        assertThat(mentoring.now(scene).questionOpen()).isFalse();

        List<AttendanceQuestion> asked = questions(desk.mark(scene.mentor(), mentoring.past(scene, 3), Mark.NO_SHOW));

        assertThat(asked).containsExactly(new AttendanceQuestion(Kind.LIMIT_REACHED, scene.enrolment().id().value()));
        EnrolmentDetails now = mentoring.now(scene);
        assertThat(now.questionOpen()).isTrue();
        assertThat(now.status()).as("only if the mentor says so").isEqualTo(EnrolmentStatus.ACTIVE);
        assertThat(now.actions()).contains(EnrolmentAction.REPROBATE, EnrolmentAction.DECLINE);
        assertThat(desk.statusOf(coming)).isEqualTo(BookingStatus.APPROVED);
        assertThat(school.as(scene.student(), mentorship::mine).getFirst().next()).isEqualTo(Standing.Next.MENTOR_DECIDES);
        assertThat(mentoring.reprobated(scene).cancelled()).extracting(BookingDetails::id).containsExactly(coming.id());
        assertThat(mentoring.now(scene).questionOpen()).isFalse();
    }

    @Test
    void c4LeadMentorIsToldWhenAnotherMentorsMarkReachesTheLimit() {
        AccountInfo lead = school.mentor();
        AccountInfo student = school.student();
        Mentoring.Scene led = new Mentoring.Scene(scene.admin(), scene.mentor(), student, scene.talk(), scene.training(), scene.cycle(),
                mentoring.enrolled(scene.cycle(), student, lead));
        mentoring.noShow(led, 1);
        mentoring.noShow(led, 2);

        List<AttendanceQuestion> asked = questions(desk.mark(scene.mentor(), mentoring.past(led, 3), Mark.NO_SHOW));

        assertThat(asked).as("the marking mentor does not decide").isEmpty();
        assertThat(desk.inboxOf(lead)).extracting(InboxMessage::kind).containsExactly(InboxKind.LIMIT_REACHED);
    }

    @Test
    void c4DecliningIsRecordedAndTheNextNoShowAsksAgain() {
        mentoring.noShows(scene, 3);

        assertThat(mentoring.decline(scene)).isInstanceOf(MentorshipOutcome.Declined.class);

        assertThat(mentoring.now(scene).questionOpen()).isFalse();
        assertThat(school.as(scene.student(), mentorship::mine).getFirst().next()).isEqualTo(Standing.Next.MENTOR_DECLINED);
        assertThat(Mentoring.refusal(mentoring.decline(scene))).isEqualTo(MentorshipRule.NO_QUESTION);
        assertThat(desk.trailOf("enrolment", scene.enrolment().id().value())).last().isEqualTo("2 ACTIVE>ACTIVE MENTOR DeclineReprobation");
        mentoring.noShow(scene, 4);
        assertThat(mentoring.now(scene).questionOpen()).isTrue();
        assertStoredRulesHold();
    }

    @Test
    void c5ResettingWithdrawsTheWarningAndMarkingAgainRaisesTheSameOne() {
        BookingDetails missed = mentoring.noShow(scene, 1);
        WarningId first = warning(missed).id();

        desk.reset(scene.mentor(), missed, "");

        assertThat(warning(missed).state()).isEqualTo(State.WITHDRAWN);
        assertThat(mentoring.now(scene).warnings()).isZero();
        assertStoredRulesHold();
        desk.mark(scene.mentor(), missed, Mark.NO_SHOW);
        assertThat(warning(missed).id()).isEqualTo(first);
        assertThat(warning(missed).state()).isEqualTo(State.COUNTS);
        assertThat(desk.trailOf("warning", first.value())).containsExactly("1 null>RAISED MENTOR MarkAttendance",
                "2 RAISED>WITHDRAWN MENTOR ResetAttendance", "3 WITHDRAWN>RAISED MENTOR MarkAttendance");
        assertThat(desk.inboxOf(scene.student())).extracting(InboxMessage::kind)
                .containsExactly(InboxKind.NO_SHOW_WARNED, InboxKind.NO_SHOW_WITHDRAWN, InboxKind.NO_SHOW_WARNED);
        assertStoredRulesHold();
    }

    @Test
    void c5ResetOfWhatLedToAReprobationAsksAndLiftingLeavesItsOwnTrace() {
        BookingDetails coming = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        List<BookingDetails> missed = mentoring.noShows(scene, 3);
        mentoring.reprobated(scene);

        List<AttendanceQuestion> asked = questions(desk.reset(scene.mentor(), missed.getLast(), "The room was locked"));

        assertThat(asked).containsExactly(new AttendanceQuestion(Kind.LED_TO_SUSPENSION, scene.enrolment().id().value()));
        assertThat(mentoring.now(scene).groundWithdrawn()).isTrue();
        assertThat(mentoring.now(scene).status()).as("the mentor decides").isEqualTo(EnrolmentStatus.REPROBATED);
        assertThat(school.as(scene.mentor(), () -> mentorship.reactivationPreview(scene.enrolment().id())).orElseThrow().lines())
                .extracting(line -> line.booking()).containsExactly(coming.id());
        mentoring.reactivated(scene);
        assertThat(desk.statusOf(coming)).isEqualTo(BookingStatus.APPROVED);
        assertThat(desk.trailOf("enrolment", scene.enrolment().id().value())).last().isEqualTo("3 REPROBATED>ACTIVE MENTOR Reactivate");
        assertThat(mentoring.page(scene).warnings()).extracting(WarningDetails::state)
                .containsExactlyInAnyOrder(State.SETTLED, State.SETTLED, State.WITHDRAWN);
        assertStoredRulesHold();
    }

    @Test
    void c4WarningsFromBeforeAReactivationStayVisibleAndNoLongerCount() {
        mentoring.noShows(scene, 3);
        mentoring.reprobated(scene);
        mentoring.reactivated(scene);

        assertThat(mentoring.now(scene).warnings()).isZero();
        assertThat(mentoring.page(scene).warnings()).extracting(WarningDetails::state).containsOnly(State.SETTLED);
        mentoring.noShow(scene, 4);
        assertThat(mentoring.now(scene).warnings()).isEqualTo(1);
        assertThat(mentoring.now(scene).questionOpen()).isFalse();
    }

    @Test
    void c4MenteeAnswersANoShowAndThoseWhoMarkedItAndWhoDecideReadIt() {
        WarningDetails warning = warning(mentoring.noShow(scene, 1));

        assertThat(Mentoring.refusal(mentoring.answer(scene, warning, " "))).isEqualTo(MentorshipRule.ANSWER_LENGTH);
        assertThat(mentoring.answer(scene, warning, "My bus broke down")).isInstanceOf(AnswerOutcome.Answered.class);
        assertThat(mentoring.answer(scene, warning, "My bus broke down")).isInstanceOf(AnswerOutcome.AlreadySo.class);

        assertThat(mentoring.page(scene).warnings()).singleElement().satisfies(now -> {
            assertThat(now.answer()).isEqualTo("My bus broke down");
            assertThat(now.state()).as("an answer changes nothing by itself").isEqualTo(State.COUNTS);
        });
        assertThat(desk.inboxOf(scene.mentor())).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(InboxKind.NO_SHOW_ANSWERED);
            assertThat(message.reason()).isEqualTo("My bus broke down");
        });
        assertThat(desk.trailOf("warning", warning.id().value())).last().isEqualTo("2 RAISED>RAISED STUDENT AnswerNoShow");
        AccountInfo stranger = school.student();
        assertThat(Mentoring.refusal(mentoring.answer(new Mentoring.Scene(scene.admin(), scene.mentor(), stranger, scene.talk(), scene.training(),
                scene.cycle(), scene.enrolment()), warning, "Not mine"))).isEqualTo(MentorshipRule.UNKNOWN_WARNING);
    }
}
