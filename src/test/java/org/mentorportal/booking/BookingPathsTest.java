package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxKind;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.shared.Minutes;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PlantedFaults;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E7, E9: which rules bind a student's own request or move, and which bind staff who book or move for them. */
@PortalTest
class BookingPathsTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    BookingService bookings;
    @Autowired
    SlotSearch search;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    PlantedFaults faults;
    @Autowired
    JdbcClient jdbc;

    private AccountInfo student;
    private AccountInfo mentor;
    private AccountInfo admin;

    @BeforeEach
    void people() {
        student = school.student();
        mentor = school.mentor();
        admin = school.admin();
    }

    private ServiceInfo service(Approval approval, Timing timing, Limits limits) {
        return school.service(new AddService(school.resourceOf(mentor).id(), "Talk", timing, 1, 12, approval, limits,
                School.allWeek("08:00", "20:00")));
    }

    private ServiceInfo service(Limits limits) {
        return service(Approval.AUTOMATIC, Timing.of(60), limits);
    }

    private BookingOutcome bookFor(AccountInfo person, AccountInfo whom, ServiceInfo service, Instant start) {
        return school.as(person, () -> bookings.bookFor(new BookForStudent(whom.id(), service.id(), start, "practice", 1, ""),
                CommandKey.fresh()));
    }

    private BookingOutcome move(AccountInfo person, BookingDetails booking, Instant start, String reason) {
        return school.as(person, () -> bookings.reschedule(new RescheduleBooking(booking.id(), start, reason, null), CommandKey.fresh()));
    }

    // The table of rules by path

    @Test
    void e7NoticeAndHorizonBindStudentsAndNotStaff() {
        ServiceInfo service = service(Approval.AUTOMATIC, Timing.of(60).withNotice(3 * 24 * 60).withHorizon(10, LocalTime.MIDNIGHT), Limits.none());

        assertThat(refusal(desk.ask(student, service, school.in(2, "10:00")))).isEqualTo(BookingRuleId.TOO_LATE);
        assertThat(refusal(desk.ask(student, service, school.in(12, "10:00")))).isEqualTo(BookingRuleId.NOT_YET_OPEN);
        BookingDetails own = desk.book(student, service, school.in(5, "10:00"));
        assertThat(refusal(move(student, own, school.in(2, "10:00"), ""))).isEqualTo(BookingRuleId.TOO_LATE);

        done(bookFor(mentor, student, service, school.in(2, "10:00")));
        done(bookFor(admin, student, service, school.in(12, "10:00")));
        done(move(mentor, own, school.in(1, "10:00"), "I am away that day"));
    }

    @Test
    void e7X7WhatIsClosedTakenPassedOrNotOnTheGridBindsEverybody() {
        ServiceInfo service = service(Limits.none());
        AccountInfo other = school.student();
        desk.book(other, service, school.in(2, "10:00"));
        BookingDetails own = desk.book(student, service, school.in(3, "10:00"));

        for (Supplier<BookingOutcome> path : List.<Supplier<BookingOutcome>>of(() -> desk.ask(student, service, school.in(2, "10:00")),
                () -> bookFor(mentor, student, service, school.in(2, "10:00")), () -> move(student, own, school.in(2, "10:00"), ""),
                () -> move(admin, own, school.in(2, "10:00"), "why not"))) {
            assertThat(refusal(path.get())).isEqualTo(BookingRuleId.SLOT_TAKEN);
        }
        assertThat(refusal(bookFor(mentor, student, service, school.in(2, "10:07")))).isEqualTo(BookingRuleId.NO_SUCH_SLOT);
        assertThat(refusal(bookFor(mentor, student, service, school.in(-1, "10:00")))).isEqualTo(BookingRuleId.SLOT_PASSED);
    }

    @Test
    void e7StudentsOwnTimeBindsStaffToo() {
        ServiceInfo elsewhere = school.service();
        desk.book(student, elsewhere, school.in(2, "10:00"));

        assertThat(bookFor(mentor, student, service(Limits.none()), school.in(2, "10:00")))
                .isInstanceOfSatisfying(NotDone.class, no -> {
                    assertThat(no.why()).isEqualTo(Refused.because(BookingRuleId.STUDENT_BOOKED_THEN, student.displayName()));
                    assertThat(no.nearestFree()).as("times at which the student is free").extracting(Slot::start)
                            .containsExactly(school.in(2, "08:00"), school.in(2, "09:00"), school.in(2, "11:00"));
                });
    }

    @Test
    void e6RefusalStandsWhenTheDatabaseCannotBeAskedForOtherSlots() {
        ServiceInfo service = service(Limits.none());
        desk.book(school.student(), service, school.in(2, "10:00"));
        BookingDetails own = desk.book(student, service, school.in(3, "10:00"));

        assertThat(faults.afterConnections(1, () -> desk.ask(student, service, school.in(2, "10:00"))))
                .isEqualTo(new NotDone(Refused.because(BookingRuleId.SLOT_TAKEN)));
        assertThat(faults.afterConnections(1, () -> bookFor(mentor, student, service, school.in(2, "10:00"))))
                .isEqualTo(new NotDone(Refused.because(BookingRuleId.SLOT_TAKEN)));
        assertThat(faults.afterConnections(2, () -> move(student, own, school.in(2, "10:00"), "")))
                .isEqualTo(new NotDone(Refused.because(BookingRuleId.SLOT_TAKEN)));
    }

    // Who may

    @Test
    void mentorBooksOnOwnServicesOnlyAndNobodyForThemselves() {
        ServiceInfo own = service(Limits.none());
        ServiceInfo other = school.service();
        AccountInfo both = school.person(Role.STUDENT, Role.ADMIN);

        assertThat(refusal(bookFor(mentor, student, other, school.in(2, "10:00")))).isEqualTo(BookingRuleId.NOT_YOUR_SERVICE);
        assertThat(refusal(bookFor(both, both, own, school.in(2, "10:00")))).isEqualTo(BookingRuleId.NOT_FOR_ONESELF);
        assertThat(refusal(bookFor(mentor, school.principal(), own, school.in(2, "10:00")))).isEqualTo(BookingRuleId.NOT_A_STUDENT);
        done(bookFor(admin, student, other, school.in(2, "10:00")));
    }

    @Test
    void e3RepeatAfterTheStudentsAccountWasDisabledGetsItsFirstAnswer() {
        CommandKey key = CommandKey.fresh();
        var booking = new BookForStudent(student.id(), service(Limits.none()).id(), school.in(2, "10:00"), "practice", 1, "");
        BookingOutcome first = school.as(mentor, () -> bookings.bookFor(booking, key));

        jdbc.sql("update account set enabled = false where id = ?").param(student.id().value()).update();

        assertThat(done(school.as(mentor, () -> bookings.bookFor(booking, key.again())))).isEqualTo(done(first));
        assertThat(refusal(school.as(mentor, () -> bookings.bookFor(booking, CommandKey.fresh())))).isEqualTo(BookingRuleId.NOT_A_STUDENT);
        jdbc.sql("update account set enabled = true where id = ?").param(student.id().value()).update(); // its trail knows no other
    }

    @Test
    void x1NobodyMovesOrEditsWhatIsNotTheirs() {
        BookingDetails booking = desk.book(student, school.service(), school.in(2, "10:00"));

        for (AccountInfo stranger : List.of(school.student(), mentor)) {
            assertThat(refusal(move(stranger, booking, school.in(3, "10:00"), "mine now"))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
            assertThat(refusal(edit(stranger, booking, 1, "mine now"))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
            assertThat(school.as(stranger, () -> bookings.find(booking.id()))).isEmpty();
        }
        assertThat(refusal(school.as(student, () -> bookings.reschedule(
                new RescheduleBooking(new BookingId(Long.MAX_VALUE), school.in(3, "10:00"), "", null), CommandKey.fresh()))))
                .as("answered like one that does not exist").isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
    }

    @Test
    void staffBookingIsApprovedWhereNobodyElseWouldHaveTo() {
        assertThat(done(bookFor(mentor, student, service(Limits.none()), school.in(2, "10:00"))).status()).isEqualTo(BookingStatus.APPROVED);
        ServiceInfo mentors = school.service(school.resourceOf(school.mentor()), Approval.MENTOR);
        assertThat(done(bookFor(admin, student, mentors, school.in(2, "12:00"))).status()).as("its mentor decides").isEqualTo(BookingStatus.PENDING);
        assertThat(done(bookFor(admin, student, school.service(), school.in(2, "14:00"))).status()).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void mentorsOwnApprovalIsGivenWithTheBooking() {
        ServiceInfo service = service(Approval.MENTOR, Timing.of(60), Limits.none());

        BookingDetails booking = done(bookFor(mentor, student, service, school.in(2, "10:00")));

        assertThat(booking.status()).isEqualTo(BookingStatus.APPROVED);
        assertThat(booking.decidedBy()).isEqualTo(mentor.displayName());
        assertThat(booking.bookedBy()).isEqualTo(mentor.displayName());
        assertThat(desk.trailOf(booking)).containsExactly("1 null>APPROVED MENTOR BookForStudent");
        assertThat(desk.inboxOf(student)).extracting(InboxMessage::kind).containsExactly(InboxKind.BOOKING_MADE);
    }

    @Test
    void whoBooksForAStudentCannotApproveIt() {
        BookingDetails booking = done(bookFor(admin, student, school.service(), school.in(2, "10:00")));

        assertThat(refusal(desk.approve(admin, booking, "I say so"))).isEqualTo(BookingRuleId.OWN_REQUEST);
        done(desk.approve(school.principal(), booking));
    }

    @Test
    void staffBookingOfTheSameSlotAgainReturnsIt() {
        ServiceInfo service = service(Limits.none());
        BookingDetails first = done(bookFor(mentor, student, service, school.in(2, "10:00")));

        assertThat(bookFor(mentor, student, service, school.in(2, "10:00"))).isInstanceOfSatisfying(AlreadySo.class,
                so -> assertThat(so.booking().id()).isEqualTo(first.id()));
    }

    @Test
    void e7X7LoweredCapacityCountsTheHighSeatsThatAreStillHeld() {
        ServiceInfo pair = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60), 2);
        Instant start = school.in(2, "10:00");
        BookingDetails first = desk.book(school.student(), pair, start);
        desk.book(school.student(), pair, start);
        done(desk.cancel(admin, first, "one less"));
        BookingDetails elsewhere = desk.book(student, pair, school.in(3, "10:00"));
        school.as(admin, () -> catalogue.edit(new EditService(pair.id(), pair.version(), pair.name(), pair.timing(), 1, pair.players(),
                pair.approval(), pair.limits(), pair.hours()), CommandKey.fresh()));

        assertThat(refusal(desk.ask(school.student(), pair, start))).as("seat 1 is free, but the slot is full").isEqualTo(BookingRuleId.SLOT_TAKEN);
        assertThat(refusal(move(student, elsewhere, start, ""))).isEqualTo(BookingRuleId.SLOT_TAKEN);
    }

    // Quotas

    @Test
    void e9QuotasAreCountedPerServiceAndNameTheirNumber() {
        ServiceInfo daily = service(Limits.none().withPerDay(2));
        desk.book(student, daily, school.in(2, "10:00"));
        desk.book(student, daily, school.in(2, "12:00"));
        assertThat(why(desk.ask(student, daily, school.in(2, "14:00")))).isEqualTo(Refused.because(BookingRuleId.QUOTA_DAY, 2, "Talk",
                LocalDate.ofInstant(school.in(2, "14:00"), school.zone())));
        desk.book(student, daily, school.in(3, "10:00"));
        desk.book(student, school.service(), school.in(2, "14:00"));
        done(bookFor(mentor, student, daily, school.in(2, "16:00")));
    }

    @Test
    void e9WeeklyQuotaSaysFromWhenTheNextWeekCounts() {
        ServiceInfo weekly = service(Limits.none().withPerWeek(1));
        Instant monday = school.nextMonday("10:00");
        desk.book(student, weekly, monday);

        assertThat(why(desk.ask(student, weekly, monday.plusSeconds(6 * 86_400)))).isEqualTo(Refused.because(BookingRuleId.QUOTA_WEEK, 1, "Talk",
                LocalDate.ofInstant(monday, school.zone()).plusWeeks(1)));
        desk.book(student, weekly, monday.plusSeconds(7 * 86_400));
    }

    @Test
    void e9OpenQuotaCountsWhatIsToComeAndFreesWithACancel() {
        ServiceInfo service = service(Limits.none().withAtOnce(2));
        BookingDetails first = desk.book(student, service, school.in(2, "10:00"));
        desk.book(student, service, school.in(9, "10:00"));

        assertThat(why(desk.ask(student, service, school.in(16, "10:00")))).isEqualTo(Refused.because(BookingRuleId.QUOTA_AT_ONCE, 2, "Talk",
                school.in(2, "10:00")));
        done(move(student, first, school.in(16, "10:00"), ""));
        done(desk.cancel(student, first, ""));
        desk.book(student, service, school.in(17, "10:00"));
    }

    @Test
    void e9WhoHasMoreToComeThanTheOpenQuotaCanBookAgainWhenSoManyHaveBegunThatOneMoreFits() {
        ServiceInfo service = service(Limits.none().withAtOnce(1));
        List.of(9, 2, 5).forEach(day -> done(bookFor(mentor, student, service, school.in(day, "10:00"))));

        Refused why = Refused.because(BookingRuleId.QUOTA_AT_ONCE, 1, "Talk", school.in(9, "10:00"));
        assertThat(why(desk.ask(student, service, school.in(16, "10:00")))).isEqualTo(why);
        assertThat(search.stateFor(student.id(), service, Slots.at(school.in(16, "10:00"), service, school.zone()).orElseThrow()))
                .isEqualTo(new SlotState.Unavailable(why));
    }

    @Test
    void e9TwoTabsCannotExceedAnyQuota() {
        List<Limits> quotas = List.of(Limits.none().withPerDay(2), Limits.none().withPerWeek(2), Limits.none().withAtOnce(2));
        for (Limits limits : quotas) {
            ServiceInfo service = service(Approval.PRINCIPAL, Timing.of(60), limits);
            mentor = school.mentor();
            for (int round = 0; round < 10; round++) {
                AccountInfo one = school.student();
                Instant monday = school.nextMonday("00:00").plusSeconds(86_400L * (round % 5));
                desk.book(one, service, monday.plusSeconds(3600L * 8 + 3600L * round));

                List<BookingOutcome> outcomes = Race.of(Stream.of(18, 19).<Supplier<BookingOutcome>>map(hour ->
                        () -> desk.ask(one, service, monday.plusSeconds(3600L * hour))).toList());

                assertThat(outcomes.stream().filter(Done.class::isInstance).count()).as("%s, round %d: %s", limits, round, outcomes).isLessThanOrEqualTo(1);
                outcomes.stream().filter(Done.class::isInstance).forEach(done -> desk.cancel(one, done(done), ""));
            }
        }
    }

    private static Refused why(BookingOutcome outcome) {
        assertThat(outcome).isInstanceOf(NotDone.class);
        return ((NotDone) outcome).why();
    }

    // The cancel deadline

    @Test
    void studentCancelsUntilTheDeadlineAndStaffAfterItWithAReason() {
        ServiceInfo service = service(Limits.none().withCancelDeadline(3 * 24 * 60));
        BookingDetails near = desk.book(student, service, school.in(2, "10:00"));
        BookingDetails far = desk.book(student, service, school.in(5, "10:00"));

        assertThat(why(desk.cancel(student, near, ""))).isEqualTo(Refused.because(BookingRuleId.CANCEL_TOO_LATE, new Minutes(3 * 24 * 60)));
        assertThat(refusal(move(student, near, school.in(6, "10:00"), ""))).isEqualTo(BookingRuleId.CANCEL_TOO_LATE);
        assertThat(refusal(desk.cancel(mentor, near, ""))).isEqualTo(BookingRuleId.REASON_NEEDED);
        done(desk.cancel(mentor, near, "I am ill"));
        done(desk.cancel(student, far, ""));
    }

    // E5

    @Test
    void e5MoveIsOneStepWithOneEventAndTheBookingKeepsItsIdentity() {
        ServiceInfo service = school.service();
        AccountInfo principal = school.principal();
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));
        done(desk.approve(principal, booking));

        BookingDetails moved = done(move(student, booking, school.in(3, "11:00"), ""));

        assertThat(moved.id()).isEqualTo(booking.id());
        assertThat(moved.start()).isEqualTo(school.in(3, "11:00"));
        assertThat(moved.status()).as("a principal is asked again").isEqualTo(BookingStatus.PENDING);
        assertThat(moved.version()).isEqualTo(3);
        assertThat(moved.purpose()).isEqualTo("practice");
        assertThat(desk.trailOf(booking)).containsExactly("1 null>PENDING STUDENT RequestBooking", "2 PENDING>APPROVED PRINCIPAL ApproveBooking",
                "3 APPROVED>PENDING STUDENT RescheduleBooking");
        desk.book(school.student(), service, school.in(2, "10:00"));
        assertThat(refusal(desk.ask(school.student(), service, school.in(3, "11:00")))).isEqualTo(BookingRuleId.SLOT_TAKEN);
    }

    @Test
    void e5WhereTheNewTimeIsTakenTheOldBookingStaysAsItWas() {
        ServiceInfo service = school.service();
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));
        desk.book(school.student(), service, school.in(3, "10:00"));

        assertThat(move(student, booking, school.in(3, "10:00"), "")).isInstanceOfSatisfying(NotDone.class, no -> {
            assertThat(no.why().rule()).isEqualTo(BookingRuleId.SLOT_TAKEN);
            assertThat(no.nearestFree()).hasSize(3);
        });

        assertThat(school.as(student, () -> bookings.find(booking.id()))).contains(booking);
        assertThat(desk.trailOf(booking)).hasSize(1);
    }

    @Test
    void e5MoveByAnHourMayOverlapItself() {
        ServiceInfo service = service(Approval.AUTOMATIC, Timing.of(60).withStep(15).withBuffers(10, 10), Limits.none().withPerDay(1));
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));

        BookingDetails moved = done(move(student, booking, school.in(2, "10:30"), ""));

        assertThat(moved.start()).isEqualTo(school.in(2, "10:30"));
        assertThat(moved.status()).isEqualTo(BookingStatus.APPROVED);
        assertThat(move(student, moved, school.in(2, "10:30"), "")).isInstanceOf(AlreadySo.class);
    }

    @Test
    void staffMoveNeedsAReasonThatTheStudentReads() {
        ServiceInfo service = service(Approval.MENTOR, Timing.of(60), Limits.none());
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));

        assertThat(refusal(move(mentor, booking, school.in(3, "10:00"), ""))).isEqualTo(BookingRuleId.REASON_NEEDED);
        BookingDetails moved = done(move(mentor, booking, school.in(3, "10:00"), "The train is late"));

        assertThat(moved.status()).as("the mentor who approves is the one who moved it").isEqualTo(BookingStatus.APPROVED);
        assertThat(desk.inboxOf(student)).first().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(InboxKind.BOOKING_MOVED);
            assertThat(told.reason()).isEqualTo("The train is late");
        });
    }

    @Test
    void reasonForAMoveIsNoLongerThanAnyOtherWhoeverGivesIt() {
        BookingDetails booking = desk.book(student, service(Limits.none()), school.in(2, "10:00"));

        for (AccountInfo person : List.of(student, mentor, admin)) {
            assertThat(refusal(move(person, booking, school.in(3, "10:00"), "x".repeat(301)))).isEqualTo(BookingRuleId.DETAILS_TOO_LONG);
        }
        done(move(student, booking, school.in(3, "10:00"), "x".repeat(300)));
    }

    @Test
    void endedOrBegunBookingCannotBeMovedOrEdited() {
        BookingDetails booking = desk.book(student, school.service(), school.in(2, "10:00"));
        done(desk.cancel(student, booking, ""));

        assertThat(why(move(student, booking, school.in(3, "10:00"), ""))).isEqualTo(Refused.because(BookingRuleId.NOT_ACTIVE, BookingStatus.CANCELLED));
        assertThat(refusal(edit(student, booking, 2, "another"))).isEqualTo(BookingRuleId.NOT_ACTIVE);
    }

    // E4

    private BookingOutcome edit(AccountInfo person, BookingDetails booking, int version, String purpose) {
        return school.as(person, () -> bookings.edit(new EditBooking(booking.id(), version, purpose, booking.players(), "room 12"), CommandKey.fresh()));
    }

    @Test
    void e4SecondEditorIsToldWhoChangedWhatAndNothingIsLost() {
        ServiceInfo service = service(Limits.none());
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));
        done(edit(mentor, booking, 1, "chess"));

        assertThat(edit(student, booking, 1, "drawing")).isInstanceOfSatisfying(BookingOutcome.Stale.class, stale -> {
            assertThat(stale.current().purpose()).isEqualTo("chess");
            assertThat(stale.current().version()).isEqualTo(2);
            assertThat(stale.since()).singleElement().satisfies(change -> {
                assertThat(change.who()).isEqualTo(mentor.displayName());
                assertThat(change.parts()).containsExactlyInAnyOrder(BookingChange.BookingPart.PURPOSE, BookingChange.BookingPart.CONTACT);
            });
        });
        assertThat(done(edit(student, booking, 2, "drawing")).version()).isEqualTo(3);
        assertThat(edit(student, booking, 1, "drawing")).as("it is so already").isInstanceOf(AlreadySo.class);
        assertThat(desk.trailOf(booking)).last().isEqualTo("3 APPROVED>APPROVED STUDENT EditBooking");
    }

    @Test
    void e4DecisionOnAnOlderVersionIsRefusedWhereOneIsNamed() {
        BookingDetails booking = desk.book(student, school.service(), school.in(2, "10:00"));
        done(edit(student, booking, 1, "another game"));

        assertThat(school.as(student, () -> bookings.cancel(new Decision.Cancel(booking.id(), "", 1), CommandKey.fresh())))
                .isInstanceOf(BookingOutcome.Stale.class);
        assertThat(school.as(student, () -> bookings.reschedule(new RescheduleBooking(booking.id(), school.in(3, "10:00"), "", 1), CommandKey.fresh())))
                .isInstanceOf(BookingOutcome.Stale.class);
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        done(school.as(student, () -> bookings.cancel(new Decision.Cancel(booking.id(), "", 2), CommandKey.fresh())));
    }

    @Test
    void e4TwoEditorsAtOnceNeverOverwriteEachOther() {
        ServiceInfo service = service(Limits.none());
        for (int round = 0; round < 20; round++) {
            BookingDetails booking = desk.book(student, service, school.in(1 + round % 18, round < 18 ? "10:00" : "12:00"));

            List<BookingOutcome> outcomes = Race.of(List.<Supplier<BookingOutcome>>of(
                    () -> edit(mentor, booking, 1, "by the mentor"), () -> edit(student, booking, 1, "by the student")));

            assertThat(outcomes).hasAtLeastOneElementOfType(Done.class).hasAtLeastOneElementOfType(BookingOutcome.Stale.class);
        }
    }

    // E3

    @Test
    void e3SameKeyOfARequestReturnsTheSameBookingEvenAfterItWasCancelled() {
        ServiceInfo service = school.service();
        CommandKey key = CommandKey.fresh();
        var request = new RequestBooking(service.id(), school.in(2, "10:00"), "practice", 1, "");
        BookingDetails first = done(school.as(student, () -> bookings.request(request, key)));
        done(desk.cancel(student, first, ""));

        BookingDetails again = done(school.as(student, () -> bookings.request(request, key.again())));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.status()).as("the first answer").isEqualTo(BookingStatus.PENDING);
        assertThat(again.version()).isEqualTo(1);
        assertThat(desk.trailOf(first)).hasSize(2);
        assertThat(done(school.as(student, () -> bookings.request(request, CommandKey.fresh()))).id()).isNotEqualTo(first.id());
    }

    @Test
    void a7TwoTabsThatConfirmAtOnceMakeOneBooking() {
        for (int round = 0; round < 20; round++) {
            ServiceInfo service = school.service();
            Instant start = school.in(2, "10:00");
            AccountInfo one = school.student();

            List<BookingOutcome> outcomes = Race.of(Stream.<Supplier<BookingOutcome>>generate(() -> () -> desk.ask(one, service, start)).limit(4).toList());

            assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
            assertThat(outcomes.stream().filter(AlreadySo.class::isInstance)).hasSize(3);
        }
    }
}
