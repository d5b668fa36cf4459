package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import java.time.Instant;
import java.util.ArrayList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxKind;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.SqlTime;
import org.mentorportal.support.Desk;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** A5, A6 (its service side), B2, X5: who decides about a booking, how often, and what it frees. */
@PortalTest
class ApprovalTest {

    private static final int ROUNDS = 20;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    ApprovalService approvals;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    // B2

    @Test
    void b2ApprovingAgainChangesNothingAndSaysWhoApprovedAndWhen() {
        AccountInfo first = school.principal();
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(2, "10:00"));
        BookingDetails approved = done(desk.approve(first, booking));

        for (AccountInfo person : List.of(first, school.principal())) {
            BookingOutcome again = desk.approve(person, booking);

            assertThat(again).isInstanceOfSatisfying(AlreadySo.class, so -> {
                assertThat(so.booking().decidedBy()).isEqualTo(first.displayName());
                assertThat(so.booking().decidedAt()).isEqualTo(approved.decidedAt());
                assertThat(so.booking()).isEqualTo(approved);
            });
        }
        assertThat(desk.trailOf(booking)).containsExactly("1 null>PENDING STUDENT RequestBooking", "2 PENDING>APPROVED PRINCIPAL ApproveBooking");
    }

    @Test
    void b2X6TwoPrincipalsAtTheSameInstantApproveOnce() {
        AccountInfo one = school.principal();
        AccountInfo other = school.principal();
        ServiceInfo service = school.service();
        for (int round = 0; round < ROUNDS; round++) {
            AccountInfo student = school.student();
            BookingDetails booking = desk.book(student, service, school.in(1 + round, "10:00"));

            List<BookingOutcome> outcomes = Race.of(List.<Supplier<BookingOutcome>>of(
                    () -> desk.approve(one, booking), () -> desk.approve(other, booking)));

            assertThat(outcomes).hasAtLeastOneElementOfType(Done.class).hasAtLeastOneElementOfType(AlreadySo.class);
            assertThat(outcomes.stream().map(ApprovalTest::who).distinct()).as("both name the same person").hasSize(1);
            assertThat(desk.trailOf(booking)).hasSize(2);
            assertThat(desk.inboxOf(student)).hasSize(1);
        }
    }

    private static String who(BookingOutcome outcome) {
        return switch (outcome) {
            case Done done -> done.booking().decidedBy() + done.booking().decidedAt();
            case AlreadySo so -> so.booking().decidedBy() + so.booking().decidedAt();
            case BookingOutcome.Stale stale -> stale.toString();
            case NotDone no -> no.toString();
        };
    }

    // A5

    @Test
    void a5PendingHoldsTheSlotAndApprovedHoldsIt() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        BookingDetails booking = desk.book(school.student(), service, start);

        assertThat(refusal(desk.ask(school.student(), service, start))).isEqualTo(BookingRuleId.SLOT_TAKEN);
        done(desk.approve(school.principal(), booking));
        assertThat(refusal(desk.ask(school.student(), service, start))).isEqualTo(BookingRuleId.SLOT_TAKEN);
    }

    @Test
    void a5RejectedFreesTheSlotAndTheSameStudentCanBookItAgain() {
        ServiceInfo service = school.service();
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));

        done(desk.reject(school.principal(), booking, "exams"));

        assertFreed(booking, student, service, BookingStatus.REJECTED);
    }

    @Test
    void a5RevokedFreesTheSlotAndTheSameStudentCanBookItAgain() {
        ServiceInfo service = school.service();
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));
        done(desk.approve(school.principal(), booking));

        done(desk.revoke(school.principal(), booking, "exams"));

        assertFreed(booking, student, service, BookingStatus.REVOKED);
    }

    @Test
    void a5CancelledFreesTheSlotAndTheSameStudentCanBookItAgain() {
        ServiceInfo service = school.service();
        AccountInfo student = school.student();
        BookingDetails pending = desk.book(student, service, school.in(2, "10:00"));
        done(desk.cancel(student, pending, ""));
        assertFreed(pending, student, service, BookingStatus.CANCELLED);

        BookingDetails approved = desk.book(student, service, school.in(3, "10:00"));
        done(desk.approve(school.principal(), approved));
        done(desk.cancel(student, approved, ""));
        assertFreed(approved, student, service, BookingStatus.CANCELLED);
    }

    /** Somebody else gets it, gives it back, and then the same student does. */
    private void assertFreed(BookingDetails ended, AccountInfo student, ServiceInfo service, BookingStatus as) {
        AccountInfo other = school.student();
        BookingDetails othersBooking = desk.book(other, service, ended.start());
        done(desk.cancel(other, othersBooking, ""));
        BookingDetails again = desk.book(student, service, ended.start());

        assertThat(again.id()).isNotEqualTo(ended.id());
        assertThat(again.status()).isEqualTo(BookingStatus.PENDING);
        assertThat(desk.statusOf(ended)).as("what ended stays as it ended").isEqualTo(as);
    }

    @Test
    void a5X6ThereIsNeverOnePendingAndOneApprovedBookingOnOneSeat() {
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service();
        var answers = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = school.in(1 + round, "10:00");
            BookingDetails booking = desk.book(school.student(), service, start);
            List<AccountInfo> others = school.students(7);
            List<Supplier<BookingOutcome>> everybody = new ArrayList<>(others.stream()
                    .<Supplier<BookingOutcome>>map(other -> () -> desk.ask(other, service, start)).toList());
            everybody.add(3, () -> desk.reject(principal, booking, "exams"));

            List<BookingOutcome> outcomes = Race.of(everybody);

            outcomes.forEach(outcome -> count(answers, outcome));
            assertThat(jdbc.sql("select status from booking where service_id = ? and starts_at = ? and status in ('PENDING', 'APPROVED')")
                    .param(service.id().value()).param(SqlTime.utc(start)).query(String.class).list()).hasSizeLessThanOrEqualTo(1);
        }
        System.out.println("RACE rejection against 7 requests of the same slot, " + ROUNDS + " rounds: " + answers);
        assertThat(answers).containsEntry("rejected", ROUNDS).containsOnlyKeys("rejected", "booked", "SLOT_TAKEN");
    }

    private static void count(Map<String, Integer> answers, BookingOutcome outcome) {
        String answer = switch (outcome) {
            case Done done -> done.booking().status() == BookingStatus.REJECTED ? "rejected" : "booked";
            case AlreadySo so -> "so already";
            case BookingOutcome.Stale stale -> "stale";
            case NotDone no -> no.why().rule().name();
        };
        answers.merge(answer, 1, Integer::sum);
    }

    // A6

    @Test
    void a6EveryDecisionReachesTheStudentsInboxWithItsReason() {
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service();
        BookingDetails rejected = desk.book(student, service, school.in(2, "10:00"));
        BookingDetails revoked = desk.book(student, service, school.in(3, "10:00"));
        assertThat(desk.inboxOf(student)).as("asking is no news").isEmpty();

        done(desk.reject(principal, rejected, "The pitch is being sown"));
        done(desk.approve(principal, revoked));
        done(desk.revoke(principal, revoked, "A match of the first team"));

        List<InboxMessage> messages = desk.inboxOf(student);
        assertThat(messages).extracting(InboxMessage::kind).containsExactly(InboxKind.BOOKING_REVOKED, InboxKind.BOOKING_APPROVED,
                InboxKind.BOOKING_REJECTED);
        assertThat(messages).extracting(InboxMessage::reason).containsExactly("A match of the first team", null, "The pitch is being sown");
        assertThat(messages).extracting(InboxMessage::booking).containsExactly(revoked.id(), revoked.id(), rejected.id());
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.sender()).isEqualTo(principal.displayName());
            assertThat(message.unread()).isTrue();
        });
        assertThat(desk.inboxOf(school.student())).as("nobody else's news").isEmpty();
    }

    @Test
    void a6CancellingByStaffReachesTheInboxAndCancellingOnesOwnDoesNot() {
        AccountInfo student = school.student();
        ServiceInfo service = school.service();
        done(desk.cancel(school.admin(), desk.book(student, service, school.in(2, "10:00")), "Flooded"));
        done(desk.cancel(student, desk.book(student, service, school.in(3, "10:00")), ""));

        assertThat(desk.inboxOf(student)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(InboxKind.BOOKING_CANCELLED);
            assertThat(message.reason()).isEqualTo("Flooded");
        });
    }

    @Test
    void decisionThatIsRefusedLeavesNothing() {
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, school.service(), school.in(2, "10:00"));

        assertThat(refusal(desk.revoke(school.principal(), booking, "not approved yet"))).isEqualTo(BookingRuleId.NOT_APPROVED);

        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        assertThat(desk.trailOf(booking)).hasSize(1);
        assertThat(desk.inboxOf(student)).isEmpty();
    }

    // Reasons

    @Test
    void rejectingAndRevokingNeedAReason() {
        AccountInfo principal = school.principal();
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(2, "10:00"));

        assertThat(refusal(desk.reject(principal, booking, "  "))).isEqualTo(BookingRuleId.REASON_NEEDED);
        done(desk.approve(principal, booking));
        assertThat(refusal(desk.revoke(principal, booking, ""))).isEqualTo(BookingRuleId.REASON_NEEDED);
        assertThat(refusal(desk.revoke(principal, booking, "x".repeat(301)))).isEqualTo(BookingRuleId.DETAILS_TOO_LONG);
        assertThat(done(desk.revoke(principal, booking, "x".repeat(300))).status()).isEqualTo(BookingStatus.REVOKED);
    }

    @Test
    void adminDecidesOnBehalfOfOthersAndAlwaysSaysWhy() {
        AccountInfo admin = school.admin();
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(2, "10:00"));

        assertThat(refusal(desk.approve(admin, booking))).isEqualTo(BookingRuleId.REASON_NEEDED);
        done(desk.approve(admin, booking, "The principal is ill"));

        assertThat(desk.trailOf(booking)).last().isEqualTo("2 PENDING>APPROVED ADMIN ApproveBooking");
        assertThat(jdbc.sql("select reason from audit_reason where subject_type = 'booking' and subject_id = ? and seq = 2")
                .param(booking.id().value()).query(String.class).single()).isEqualTo("The principal is ill");
    }

    // Rights

    @Test
    void x5NobodyDecidesARequestOfTheirOwn() {
        AccountInfo both = school.person(Role.STUDENT, Role.PRINCIPAL, Role.ADMIN);
        BookingDetails booking = desk.book(both, school.service(), school.in(2, "10:00"));

        assertThat(refusal(desk.approve(both, booking, "I trust myself"))).isEqualTo(BookingRuleId.OWN_REQUEST);
        assertThat(refusal(desk.reject(both, booking, "I trust myself"))).isEqualTo(BookingRuleId.OWN_REQUEST);
        done(desk.approve(school.principal(), booking));
        assertThat(refusal(desk.revoke(both, booking, "I trust myself"))).isEqualTo(BookingRuleId.OWN_REQUEST);
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void x5NobodyDecidesARequestThatTheyMadeForSomebodyElse() {
        AccountInfo principal = school.principal();
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(2, "10:00"));
        jdbc.sql("update booking set requested_by = ? where id = ?").param(principal.id().value()).param(booking.id().value()).update();

        assertThat(refusal(desk.approve(principal, booking))).isEqualTo(BookingRuleId.OWN_REQUEST);
        assertThat(done(desk.approve(school.principal(), booking)).status()).isEqualTo(BookingStatus.APPROVED);
        jdbc.sql("update booking set requested_by = student_id where id = ?").param(booking.id().value()).update(); // its trail knows no other
    }

    @Test
    void studentMayNotDecide() {
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, school.service(), school.in(2, "10:00"));

        assertThatThrownBy(() -> desk.approve(student, booking)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.reject(student, booking, "no")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.revoke(student, booking, "no")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> school.as(student, () -> approvals.queue(QueuePart.WAITING, "", 1))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> approvals.decide(new Decision.Approve(booking.id()), CommandKey.fresh())).as("nobody is signed in")
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void mentorDecidesTheirOwnServicesThatAMentorApproves() {
        AccountInfo mentor = school.mentor();
        ResourceInfo self = school.resourceOf(mentor);
        ServiceInfo own = school.service(self, Approval.MENTOR);
        ServiceInfo principals = school.service(self, Approval.PRINCIPAL);
        BookingDetails decidable = desk.book(school.student(), own, school.in(2, "10:00"));
        BookingDetails notTheirs = desk.book(school.student(), principals, school.in(2, "12:00"));
        AccountInfo otherMentor = school.mentor();
        school.service(school.resourceOf(otherMentor), Approval.MENTOR);

        assertThat(refusal(desk.approve(otherMentor, decidable))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
        assertThat(refusal(desk.approve(mentor, notTheirs))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
        assertThat(queue(mentor, QueuePart.WAITING, "", 10).first()).extracting(request -> request.booking().id()).containsExactly(decidable.id());
        done(desk.approve(mentor, decidable));
        assertThat(desk.trailOf(decidable)).last().isEqualTo("2 PENDING>APPROVED MENTOR ApproveBooking");
        assertThat(done(desk.approve(school.principal(), notTheirs)).status()).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void cancellingIsForTheOwnerForTheServicesMentorAndForAnAdmin() {
        AccountInfo mentor = school.mentor();
        ServiceInfo service = school.service(school.resourceOf(mentor), Approval.AUTOMATIC);
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));

        assertThat(refusal(desk.cancel(school.student(), booking, "not mine"))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
        AccountInfo otherMentor = school.mentor();
        school.resourceOf(otherMentor);
        assertThat(refusal(desk.cancel(otherMentor, booking, "not mine"))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
        assertThatThrownBy(() -> desk.cancel(school.principal(), booking, "revoke is theirs")).isInstanceOf(AccessDeniedException.class);
        assertThat(refusal(desk.cancel(mentor, booking, ""))).isEqualTo(BookingRuleId.REASON_NEEDED);
        assertThat(refusal(desk.cancel(school.admin(), booking, ""))).isEqualTo(BookingRuleId.REASON_NEEDED);
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);

        done(desk.cancel(mentor, booking, "I am ill"));
        assertThat(desk.trailOf(booking)).last().isEqualTo("2 APPROVED>CANCELLED MENTOR CancelBooking");
        assertThat(desk.cancel(student, booking, "")).as("cancelling again").isInstanceOf(AlreadySo.class);
    }

    @Test
    void x1UnknownBookingIsAnsweredLikeSomebodyElses() {
        AccountInfo mentor = school.mentor();
        BookingDetails foreign = desk.book(school.student(), school.service(), school.in(2, "10:00"));
        var unknown = new BookingId(Long.MAX_VALUE);

        assertThat(school.as(mentor, () -> approvals.decide(new Decision.Approve(unknown), CommandKey.fresh())))
                .isEqualTo(desk.approve(mentor, foreign))
                .isInstanceOfSatisfying(NotDone.class, no -> assertThat(no.why().rule()).isEqualTo(BookingRuleId.UNKNOWN_BOOKING));
    }

    // The queue

    @Test
    void queueGivesTheFirstOfWhatWasSearchedForAndSaysHowManyMoreThereAre() {
        AccountInfo principal = school.principal();
        AccountInfo student = school.student();
        ServiceInfo service = school.service();
        List<BookingDetails> asked = IntStream.range(0, 5).mapToObj(n -> desk.book(n == 4 ? school.student() : student, service,
                school.in(2, "08:00").plus(Duration.ofHours(n)))).toList();
        done(desk.approve(principal, asked.get(3)));

        assertThat(ids(queue(principal, QueuePart.WAITING, service.name(), 2))).containsExactly(asked.get(0).id(), asked.get(1).id());
        assertThat(queue(principal, QueuePart.WAITING, service.name(), 2).left()).isEqualTo(2);
        assertThat(queue(principal, QueuePart.WAITING, service.name(), 4)).satisfies(all -> {
            assertThat(ids(all)).containsExactly(asked.get(0).id(), asked.get(1).id(), asked.get(2).id(), asked.get(4).id());
            assertThat(all.left()).isZero();
            assertThat(all.first().getFirst().sameWeek()).extracting(BookingDetails::id).as("approved ones too")
                    .containsExactly(asked.get(1).id(), asked.get(2).id(), asked.get(3).id());
        });
        assertThat(ids(queue(principal, QueuePart.WAITING, student.displayName().toUpperCase(), 9))).hasSize(3);
        assertThat(ids(queue(principal, QueuePart.APPROVED, service.name(), 9))).containsExactly(asked.get(3).id());
        assertThat(queue(principal, QueuePart.WAITING, "100%", 9).first()).as("no pattern").isEmpty();
    }

    @Test
    void requestsWhoseTimeHasPassedComeLast() {
        ServiceInfo service = school.service();
        BookingDetails passed = desk.book(school.student(), service, school.in(2, "10:00"));
        BookingDetails later = desk.book(school.student(), service, school.in(2, "14:00"));
        clock.moveTo(passed.start());
        assertThat(ids(queue(school.principal(), QueuePart.WAITING, service.name(), 9))).containsExactly(later.id(), passed.id());
    }

    @Test
    void soonestAreTheFirstThatStillWait() {
        AccountInfo mentor = school.mentor();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
        BookingDetails passed = desk.book(school.student(), talk, school.in(2, "10:00"));
        BookingDetails last = desk.book(school.student(), talk, school.in(2, "16:00"));
        BookingDetails first = desk.book(school.student(), talk, school.in(2, "14:00"));
        clock.moveTo(passed.start());

        assertThat(school.as(mentor, () -> approvals.soonest(9))).extracting(BookingDetails::id).containsExactly(first.id(), last.id());
        assertThat(school.as(mentor, () -> approvals.soonest(1))).extracting(BookingDetails::id).containsExactly(first.id());
        assertThat(school.as(mentor, approvals::countPending)).isEqualTo(2);
    }

    private Queue queue(AccountInfo person, QueuePart part, String search, int most) {
        return school.as(person, () -> approvals.queue(part, search, most));
    }

    private static List<BookingId> ids(Queue queue) {
        return queue.first().stream().map(request -> request.booking().id()).toList();
    }

    // Races and time

    @Test
    void approvingRacesCancellingToOneLegalEnd() {
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service();
        var ends = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            AccountInfo student = school.student();
            BookingDetails booking = desk.book(student, service, school.in(1 + round, "10:00"));

            List<BookingOutcome> outcomes = Race.of(List.<Supplier<BookingOutcome>>of(
                    () -> desk.approve(principal, booking), () -> desk.cancel(student, booking, "")));

            List<String> trail = desk.trailOf(booking).stream().map(event -> event.split(" ")[1]).toList();
            assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.CANCELLED);
            if (outcomes.get(0) instanceof Done) {
                assertThat(trail).containsExactly("null>PENDING", "PENDING>APPROVED", "APPROVED>CANCELLED");
            } else {
                assertThat(refusal(outcomes.get(0))).isEqualTo(BookingRuleId.NOT_PENDING);
                assertThat(trail).containsExactly("null>PENDING", "PENDING>CANCELLED");
            }
            ends.merge(String.join(", ", trail), 1, Integer::sum);
        }
        System.out.println("RACE approving against cancelling, " + ROUNDS + " rounds: " + ends);
    }

    @Test
    void approvingRacesRejectingToOneLegalEnd() {
        AccountInfo one = school.principal();
        AccountInfo other = school.principal();
        ServiceInfo service = school.service();
        for (int round = 0; round < ROUNDS; round++) {
            BookingDetails booking = desk.book(school.student(), service, school.in(1 + round, "10:00"));

            List<BookingOutcome> outcomes = Race.of(List.<Supplier<BookingOutcome>>of(
                    () -> desk.approve(one, booking), () -> desk.reject(other, booking, "exams")));

            assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
            assertThat(outcomes.stream().filter(NotDone.class::isInstance)).singleElement()
                    .satisfies(lost -> assertThat(refusal(lost)).isEqualTo(BookingRuleId.NOT_PENDING));
            assertThat(desk.trailOf(booking)).hasSize(2);
        }
    }

    @Test
    void requestWhoseTimeHasPassedIsShownAsLapsedAndCanOnlyBeRejected() {
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        BookingDetails booking = desk.book(student, school.service(), school.in(2, "10:00"));
        clock.moveTo(booking.start());

        assertThat(queue(principal, QueuePart.WAITING, student.displayName(), 10).first()).filteredOn(request -> request.booking().id().equals(booking.id()))
                .singleElement().satisfies(request -> assertThat(request.booking().lapsed()).isTrue());
        assertThat(refusal(desk.approve(principal, booking))).isEqualTo(BookingRuleId.LAPSED);
        assertThat(refusal(desk.cancel(student, booking, ""))).isEqualTo(BookingRuleId.ALREADY_BEGUN);
        assertThat(done(desk.reject(principal, booking, "too late")).status()).isEqualTo(BookingStatus.REJECTED);
    }
}
