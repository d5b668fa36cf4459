package org.mentorportal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingApproved;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingPlace;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.HeldScope;
import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.Holds;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.Meeting;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** B: confirmation makes exactly one live session. */
@PortalTest
class LiveSessionTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    BookingService bookings;
    @Autowired
    ClosureService closures;
    @Autowired
    SessionService sessions;
    @Autowired
    Holds holds;
    @Autowired
    Commands commands;
    @Autowired
    CurrentActor actor;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    CountedStatements statements;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    List<StoredRule> rules;

    private AccountInfo student;
    private AccountInfo other;
    private AccountInfo mentor;
    private AccountInfo principal;
    private ResourceInfo resource;
    private ServiceInfo talk;
    private ServiceInfo group;
    private StoredSessions stored;
    private Instant start;

    @BeforeEach
    void openTheSchool() {
        student = school.student();
        other = school.student();
        mentor = school.mentor();
        principal = school.principal();
        resource = school.resourceOf(mentor);
        talk = school.service(resource, Approval.AUTOMATIC);
        group = school.service(resource, Approval.AUTOMATIC, Timing.of(60), 3);
        stored = new StoredSessions(jdbc, rules);
        start = school.in(3, "10:00");
    }

    @Test
    void b1AutomaticApprovalMakesTheSessionItsParticipantAndItsReservation() {
        BookingDetails booking = desk.book(student, talk, start);

        assertThat(stored.counts(talk)).containsExactly(1L, 1L, 1L);
        assertThat(booking.meeting().status()).isEqualTo(Meeting.Status.SCHEDULED);
        assertThat(booking.meeting().link()).matches(".*/[A-Za-z0-9_-]{22}");
        assertThat(booking.meeting().place()).isNull();
        assertThat(desk.trailOf("session", booking.meeting().session())).containsExactly("1 null>SCHEDULED STUDENT RequestBooking");
        assertThat(desk.trailOfPlace(booking)).containsExactly("1 null>HELD STUDENT RequestBooking");
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b1ConfirmingAgainReturnsTheSameSession() {
        BookingDetails booking = desk.book(student, talk, start);

        assertThat(desk.ask(student, talk, start)).isInstanceOfSatisfying(BookingOutcome.AlreadySo.class,
                again -> assertThat(again.booking().meeting()).isEqualTo(booking.meeting()));
        assertThat(stored.counts(talk)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void b1OnAGroundThePlaceIsTheGroundAndThereIsNoLink() {
        ServiceInfo match = school.service(school.ground(), Approval.AUTOMATIC);

        assertThat(desk.book(student, match, start).meeting()).satisfies(meeting -> {
            assertThat(meeting.link()).isNull();
            assertThat(meeting.place()).isEqualTo(match.resource().name());
        });
    }

    @Test
    void b1TheLinkIsSaidEverywhereTheBookingIsSaidAndNowhereWhileItWaits() {
        ServiceInfo asked = school.service(resource, Approval.MENTOR);
        BookingDetails pending = desk.book(student, asked, start);
        assertThat(pending.meeting()).isNull();

        Meeting meeting = Desk.done(desk.approve(mentor, pending)).meeting();

        assertThat(school.as(student, bookings::mine)).extracting(BookingDetails::meeting).containsExactly(meeting);
        assertThat(school.as(mentor, () -> bookings.find(pending.id())).orElseThrow().meeting()).isEqualTo(meeting);
    }

    @Test
    void b2ApprovalByAPrincipalMakesThemAndApprovingAgainChangesNothing() {
        ServiceInfo match = school.service();
        BookingDetails booking = desk.book(student, match, start);
        assertThat(stored.counts(match)).containsExactly(0L, 0L, 0L);

        BookingDetails approved = Desk.done(desk.approve(principal, booking));
        BookingOutcome again = desk.approve(school.principal(), booking);

        assertThat(again).isInstanceOfSatisfying(BookingOutcome.AlreadySo.class, so -> {
            assertThat(so.booking().decidedBy()).isEqualTo(principal.displayName());
            assertThat(so.booking().decidedAt()).isEqualTo(approved.decidedAt());
            assertThat(so.booking().meeting()).isEqualTo(approved.meeting());
        });
        assertThat(stored.counts(match)).containsExactly(1L, 1L, 1L);
        assertThat(desk.trailOf("session", approved.meeting().session())).containsExactly("1 null>SCHEDULED PRINCIPAL ApproveBooking");
    }

    @Test
    void b3WhatIsThereAlreadyIsUsedWhenAnApprovalIsToldOnceMore() {
        BookingDetails booking = desk.book(student, talk, start);
        var place = new BookingPlace(booking.id(), talk.id(), resource.id(), student.id(), booking.start(), booking.end());

        school.as(student, () -> TestCommand.run(commands, actor, Locks.of(student.id()), run -> {
            events.publishEvent(new BookingApproved(place, false, actor.as(Role.STUDENT), run));
            events.publishEvent(new BookingApproved(place, true, actor.as(Role.STUDENT), run));
            return place;
        }));

        assertThat(stored.counts(talk)).containsExactly(1L, 1L, 1L);
        assertThat(desk.trailOfPlace(booking)).hasSize(1);
        assertThat(meetingOf(student, booking)).isEqualTo(booking.meeting());
    }

    @Test
    void b3WhoComesBackToASessionTakesPartInItOnce() {
        BookingDetails first = desk.book(student, group, start);
        desk.book(other, group, start);
        desk.cancel(student, first, "");

        BookingDetails again = desk.book(student, group, start);

        assertThat(again.meeting()).isEqualTo(first.meeting());
        assertThat(stored.counts(group)).containsExactly(1L, 2L, 3L);
        assertThat(stored.of(group)).containsExactly("SCHEDULED places=2");
    }

    @Test
    void b4BookingsOfOneSlotShareOneSession() {
        BookingDetails first = desk.book(student, group, start);
        BookingDetails second = desk.book(other, group, start);

        assertThat(second.meeting()).isEqualTo(first.meeting());
        assertThat(stored.counts(group)).containsExactly(1L, 2L, 2L);
        assertThat(school.as(mentor, sessions::week)).singleElement()
                .satisfies(session -> assertThat(session.participants()).extracting(AttendanceDetails::student)
                        .containsExactly(student.id(), other.id()));
    }

    @Test
    void b5CancellingGivesUpTheReservationAndTheLastOneCancelsTheSession() {
        BookingDetails first = desk.book(student, group, start);
        BookingDetails second = desk.book(other, group, start);

        desk.cancel(student, first, "");
        assertThat(stored.of(group)).containsExactly("SCHEDULED places=1");
        desk.revoke(principal, second, "the mentor is ill");

        assertThat(stored.of(group)).containsExactly("CANCELLED places=0");
        assertThat(desk.trailOfPlace(first)).endsWith("2 HELD>GIVEN_UP STUDENT CancelBooking");
        assertThat(desk.trailOf("session", first.meeting().session())).endsWith("2 SCHEDULED>CANCELLED PRINCIPAL RevokeBooking");
        assertThat(school.as(student, () -> bookings.find(first.id())).orElseThrow().meeting()).isNull();
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b5AnyOtherBookingOfTheSlotGetsANewSessionAndLink() {
        BookingDetails first = desk.book(student, talk, start);
        desk.cancel(student, first, "");

        BookingDetails second = desk.book(student, talk, start);

        assertThat(second.meeting().session()).isNotEqualTo(first.meeting().session());
        assertThat(second.meeting().link()).isNotEqualTo(first.meeting().link());
        assertThat(stored.of(talk)).containsExactly("CANCELLED places=0", "SCHEDULED places=1");
    }

    @Test
    void b5AMovedBookingLeavesItsSessionAndJoinsThatOfTheNewSlot() {
        BookingDetails moving = desk.book(student, group, start);
        BookingDetails there = desk.book(other, group, start.plusSeconds(3600));

        BookingDetails moved = Desk.done(desk.move(student, moving, there.start()));

        assertThat(moved.meeting()).isEqualTo(there.meeting());
        assertThat(stored.of(group)).containsExactly("CANCELLED places=0", "SCHEDULED places=2");
        assertThat(desk.trailOfPlace(moving)).containsExactly("1 null>HELD STUDENT RequestBooking",
                "2 HELD>GIVEN_UP STUDENT RescheduleBooking", "3 GIVEN_UP>HELD STUDENT RescheduleBooking");
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b5RestoringBringsTheSameSessionAndLinkBack() {
        BookingDetails first = desk.book(student, group, start);
        BookingDetails second = desk.book(other, group, start);
        ClosureOutcome.Closed closed = close();
        assertThat(stored.of(group)).containsExactly("CANCELLED places=0");

        lift(closed);

        assertThat(stored.of(group)).containsExactly("SCHEDULED places=2");
        assertThat(meetingOf(student, first)).isEqualTo(first.meeting());
        assertThat(meetingOf(other, second)).isEqualTo(first.meeting());
        assertThat(desk.trailOf("session", first.meeting().session())).endsWith("3 CANCELLED>SCHEDULED MENTOR LiftClosure");
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b5RestoringGetsANewRoomWhereSomebodyElseHadTheSlotMeanwhile() {
        BookingDetails first = desk.book(student, talk, start);
        HoldId hold = suspend(talk);
        desk.cancel(other, desk.book(other, talk, start), "");

        restore(hold);

        assertThat(stored.of(talk)).containsExactly("CANCELLED places=0", "CANCELLED places=0", "SCHEDULED places=1");
        assertThat(meetingOf(student, first).link()).isNotEqualTo(first.meeting().link());
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b5RestoringJoinsTheSessionThatTheSlotHasNow() {
        BookingDetails first = desk.book(student, group, start);
        HoldId hold = suspend(group);
        BookingDetails now = desk.book(other, group, start);

        restore(hold);

        assertThat(meetingOf(student, first)).isEqualTo(now.meeting());
        assertThat(stored.of(group)).containsExactly("CANCELLED places=0", "SCHEDULED places=2");
        assertThat(stored.faults()).isEmpty();
    }

    private HoldId suspend(ServiceInfo service) {
        return asAdmin(Locks.of(student.id()), run -> {
            HoldId hold = holds.newHold();
            LocalDate today = LocalDate.ofInstant(run.at(), school.zone());
            holds.cancelFor(hold, new HeldScope(student.id(), Set.of(service.id()), today, today.plusDays(30), false),
                    actor.as(Role.ADMIN), run);
            return hold;
        });
    }

    private void restore(HoldId hold) {
        asAdmin(Locks.restoring(List.of(student.id()), List.of(resource.id().value())), run -> holds.restore(hold, actor.as(Role.ADMIN), run));
    }

    private <T> T asAdmin(Locks locks, Function<CommandRun, T> work) {
        return school.as(school.admin(), () -> TestCommand.run(commands, actor, locks, work));
    }

    private ClosureOutcome.Closed close() {
        return (ClosureOutcome.Closed) school.as(mentor, () -> closures.close(
                new CloseResource(resource.id(), start, start.plusSeconds(3600), "ill"), CommandKey.fresh()));
    }

    private void lift(ClosureOutcome.Closed closed) {
        assertThat(school.as(mentor, () -> closures.lift(new LiftClosure(closed.closure().id(), true), CommandKey.fresh())))
                .isInstanceOf(ClosureOutcome.Lifted.class);
    }

    private Meeting meetingOf(AccountInfo person, BookingDetails booking) {
        return school.as(person, () -> bookings.find(booking.id())).orElseThrow().meeting();
    }

    @Test
    void onlyThoseWhoMeetGetIntoTheirRoom() {
        String link = desk.book(student, talk, start).meeting().link();
        String room = link.substring(link.lastIndexOf('/') + 1);

        assertThat(school.as(student, () -> sessions.inRoom(room))).isPresent();
        assertThat(school.as(mentor, () -> sessions.inRoom(room))).isPresent();
        assertThat(school.as(other, () -> sessions.inRoom(room))).isEmpty();
        assertThat(school.as(school.mentor(), () -> sessions.inRoom(room))).isEmpty();
        assertThat(school.as(school.admin(), () -> sessions.inRoom(room))).isEmpty();
    }

    @Test
    void aStudentSeesOwnSessionsAndNobodyElseInThem() {
        desk.book(student, group, start);
        desk.book(other, group, start);
        Instant from = school.in(1, "00:00");
        Instant to = school.in(10, "00:00");

        assertThat(school.as(student, () -> sessions.sessions(from, to))).singleElement().satisfies(session ->
                assertThat(session.participants()).extracting(AttendanceDetails::student).containsExactly(student.id()));
        assertThat(school.as(mentor, () -> sessions.sessions(from, to))).singleElement().satisfies(session ->
                assertThat(session.participants()).hasSize(2));
        assertThat(school.as(school.student(), () -> sessions.sessions(from, to))).isEmpty();
        assertThat(school.as(school.mentor(), () -> sessions.sessions(from, to))).isEmpty();
        assertThat(school.as(school.admin(), () -> sessions.sessions(from, to))).extracting(SessionDetails::service).contains(group);
    }

    @Test
    void aMentorsOwnSessionIsListedOnceWhereTheyHaveAPlaceInItThemselves() {
        AccountInfo both = school.person(Role.MENTOR, Role.STUDENT);
        ServiceInfo own = school.service(school.resourceOf(both), Approval.AUTOMATIC, Timing.of(60), 3);
        desk.book(both, group, start.plusSeconds(7200));
        desk.book(both, own, start);
        desk.book(other, own, start);
        desk.book(student, group, start.plusSeconds(7200));

        List<SessionDetails> listed = school.as(both, () -> sessions.sessions(school.in(1, "00:00"), school.in(10, "00:00")));

        assertThat(listed).extracting(SessionDetails::service).containsExactly(own, group);
        assertThat(listed.getFirst().participants()).extracting(AttendanceDetails::student).containsExactly(both.id(), other.id());
        assertThat(listed.getLast().participants()).extracting(AttendanceDetails::student).containsExactly(both.id());
    }

    @Test
    void aBookingIsTwoStatementsMore() {
        List<String> seen = statements.ofThisThread(() -> desk.book(student, talk, start));

        assertThat(seen.stream().filter(sql -> sql.matches("(?s).*\\b(live_session|reservation)\\b.*"))).hasSize(2);
    }
}
