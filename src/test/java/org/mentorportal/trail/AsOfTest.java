package org.mentorportal.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F1: how things stood at any moment, by the trail alone. After most others, so that it replays what they made. */
@Order(Turn.LOOKS_BACK)
@PortalTest
class AsOfTest {

    /** Without those that a test writes past the portal, whose events say nothing of them. */
    private static final String BY_THE_PORTAL = """
            select id from booking b
            where not exists (select 1 from audit_event e where e.subject_type = 'booking' and e.subject_id = b.id and e.command = 'ByHand')
            """;

    @Autowired
    AsOf asOf;
    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    BookingService bookings;
    @Autowired
    ClosureService closures;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationContext context;

    /** With what no other test may have left: held, given up, restored, moved, edited. */
    @Test
    void f1ReplayingTheWholeTrailGivesTheTables() {
        aBitOfEverything();
        List<Long> all = jdbc.sql(BY_THE_PORTAL).query(Long.class).list();
        List<Long> enrolments = jdbc.sql("select id from enrolment").query(Long.class).list();

        List<String> differences = new Replayed(context).differences(all, enrolments);
        System.out.printf("TRAIL %d bookings and %d enrolments replayed, %d differ from the tables%n", all.size(), enrolments.size(), differences.size());
        assertThat(differences).isEmpty();
    }

    private void aBitOfEverything() {
        ServiceInfo service = school.service();
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        BookingDetails moved = done(desk.move(student, desk.book(student, service, school.in(5, "10:00")), school.in(5, "12:00")));
        school.as(student, () -> bookings.edit(new EditBooking(moved.id(), moved.version(), "a match", 3, "room 1"), CommandKey.fresh()));
        BookingDetails givenUp = desk.book(student, service, school.in(5, "14:00"));
        var closed = (ClosureOutcome.Closed) school.as(principal, () -> closures.close(new CloseResource(service.resource().id(), school.in(5, "08:00"),
                school.in(5, "18:00"), "works"), CommandKey.fresh()));
        school.as(student, () -> bookings.giveUp(new GiveUp(givenUp.id()), CommandKey.fresh()));
        school.as(principal, () -> closures.lift(new LiftClosure(closed.closure().id(), true), CommandKey.fresh()));
        Mentoring.Scene scene = mentoring.scene();
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
        mentoring.noShows(scene, 3);
        mentoring.decline(scene);
        desk.book(scene.student(), scene.talk(), school.in(3, "09:00"));
        mentoring.reprobated(scene);
    }

    @Test
    void bookingIsAsItWasAtEachMomentOfItsLife() {
        AccountInfo student = school.student();
        ServiceInfo service = school.service();
        Instant monday = school.in(-10, "09:00");
        BookingDetails asked = PortalClock.at(monday, () -> desk.book(student, service, school.in(5, "10:00")));
        PortalClock.at(monday.plusSeconds(60), () -> desk.approve(school.principal(), asked));
        BookingDetails moved = PortalClock.at(monday.plusSeconds(120), () -> done(desk.move(student, asked, school.in(5, "15:00"))));

        school.as(student, () -> {
            assertThat(asOf.booking(asked.id(), monday.minusNanos(1000))).isEmpty();
            assertThat(asOf.booking(asked.id(), monday)).get().returns(BookingStatus.PENDING, BookingThen::status).returns(asked.start(), BookingThen::start);
            assertThat(asOf.booking(asked.id(), monday.plusSeconds(90))).get().returns(BookingStatus.APPROVED, BookingThen::status)
                    .returns(asked.start(), BookingThen::start);
            assertThat(asOf.booking(asked.id(), clock.instant())).get().returns(BookingStatus.PENDING, BookingThen::status)
                    .returns(moved.start(), BookingThen::start).returns(null, BookingThen::approved);
            return null;
        });
        school.as(school.student(), () -> assertThat(asOf.booking(asked.id(), clock.instant())).as("a stranger's").isEmpty());
    }

    @Test
    void resourcesBookingsAreAsTheyWere() {
        ServiceInfo service = school.service();
        Instant before = clock.instant();
        BookingDetails one = desk.book(school.student(), service, school.in(5, "10:00"));
        BookingDetails other = desk.book(school.student(), service, school.in(5, "12:00"));
        Instant between = clock.instant().plus(Duration.ofSeconds(1));
        PortalClock.at(between.plusSeconds(1), () -> desk.reject(school.principal(), one, "full"));

        school.as(school.principal(), () -> {
            assertThat(asOf.bookingsOf(service.resource().id(), before)).isEmpty();
            assertThat(asOf.bookingsOf(service.resource().id(), between)).extracting(BookingThen::id).containsExactly(one.id(), other.id());
            assertThat(asOf.bookingsOf(service.resource().id(), between)).extracting(BookingThen::status).containsOnly(BookingStatus.PENDING);
            assertThat(asOf.bookingsOf(service.resource().id(), between.plusSeconds(2))).extracting(BookingThen::status)
                    .containsExactly(BookingStatus.REJECTED, BookingStatus.PENDING);
            return null;
        });
    }

    @Test
    void enrolmentIsAsItWas() {
        Mentoring.Scene scene = mentoring.scene();
        Instant active = clock.instant();
        mentoring.noShow(scene, 1);
        PortalClock.at(active.plusSeconds(5), () -> mentoring.reprobated(scene));

        school.as(scene.student(), () -> {
            assertThat(asOf.enrolment(scene.enrolment().id(), active.plusSeconds(1))).get().returns(EnrolmentStatus.ACTIVE, EnrolmentThen::status)
                    .returns(null, EnrolmentThen::pause);
            assertThat(asOf.enrolment(scene.enrolment().id(), active.plusSeconds(6))).get().returns(EnrolmentStatus.REPROBATED, EnrolmentThen::status)
                    .extracting(EnrolmentThen::pause).isNotNull();
            return null;
        });
    }
}
