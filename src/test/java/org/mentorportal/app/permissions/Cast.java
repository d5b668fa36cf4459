package org.mentorportal.app.permissions;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureInfo;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.WarningDetails;
import org.mentorportal.mentorship.WarningId;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.School;
import org.springframework.context.ApplicationContext;

/** A student, the mentor who is theirs, and what belongs to them; made anew as often as somebody changes it. */
final class Cast {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int MINUTES = 20;
    private static final int A_DAY = 36;

    final AccountInfo student;
    final AccountInfo mentor;
    final AccountInfo admin;
    /** With the mentor; approved automatically. */
    final ServiceInfo talk;
    /** With the mentor, who approves. */
    final ServiceInfo asked;
    final School school;
    final Desk desk;
    final Mentoring mentoring;
    private final ClosureService closures;
    private final RetirementService retirement;
    private final ResourceInfo desks;
    private int slots;
    private int past;

    /** @param studentToo further roles of the student; @param mentorToo further roles of the mentor */
    Cast(ApplicationContext portal, Role[] studentToo, Role[] mentorToo) {
        this.school = portal.getBean(School.class);
        this.desk = portal.getBean(Desk.class);
        this.mentoring = portal.getBean(Mentoring.class);
        this.closures = portal.getBean(ClosureService.class);
        this.retirement = portal.getBean(RetirementService.class);
        this.student = school.person(with(Role.STUDENT, studentToo));
        this.mentor = school.person(with(Role.MENTOR, mentorToo));
        this.admin = school.admin();
        this.desks = school.resourceOf(mentor);
        this.talk = school.service(details("talk", Approval.AUTOMATIC));
        this.asked = school.service(details("asked", Approval.MENTOR));
    }

    private static Role[] with(Role first, Role... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more)).toArray(Role[]::new);
    }

    private AddService details(String name, Approval approval) {
        return new AddService(desks.id(), "Matrix " + name + " " + NUMBER.incrementAndGet(), Timing.of(MINUTES).withHorizon(400, LocalTime.MIDNIGHT), 1, 12,
                approval, Limits.none(), School.allWeek("08:00", "20:00"));
    }

    /** A time of the mentor's that nobody has. */
    Instant freeTime() {
        slots++;
        return school.in(2 + slots / A_DAY, time(slots));
    }

    private static String time(int number) {
        return LocalTime.of(8, 0).plusMinutes(number % A_DAY * MINUTES).toString();
    }

    BookingDetails pending() {
        return desk.book(student, asked, freeTime());
    }

    BookingDetails approved() {
        return desk.book(student, talk, freeTime());
    }

    BookingDetails past() {
        past++;
        return desk.booked(student, talk, school.in(-1 - past / A_DAY, time(past)));
    }

    BookingDetails marked() {
        BookingDetails booking = past();
        desk.mark(mentor, booking, Mark.ATTENDED);
        return booking;
    }

    BookingDetails approvedByTheMentor() {
        BookingDetails booking = pending();
        return Desk.done(desk.approve(mentor, booking));
    }

    /** About which there is a message in the student's inbox that nobody has read. */
    BookingDetails rejected() {
        return Desk.done(desk.reject(mentor, pending(), "full"));
    }

    /** Where the student and the mentor meet. */
    String room() {
        String link = String.valueOf(approved().meeting().link());
        return link.substring(link.lastIndexOf('/') + 1);
    }

    String nextName(String what) {
        return "Matrix " + what + " " + NUMBER.incrementAndGet();
    }

    String nextAddress() {
        return "matrix" + NUMBER.incrementAndGet() + "@test.school";
    }

    /** In its first version when it was retired. */
    ServiceInfo retired() {
        ServiceInfo service = service();
        school.as(admin, () -> retirement.retire(new RetireService(service.id(), service.version(), RetireService.LiveBookings.KEEP, ""), CommandKey.fresh()));
        return service;
    }

    ServiceInfo service() {
        return school.service(details("service", Approval.AUTOMATIC));
    }

    ServiceInfo withBookings() {
        ServiceInfo service = service();
        desk.book(student, service, freeTime());
        return service;
    }

    ClosureInfo closed() {
        return closed(freeTime());
    }

    ClosureInfo closedOverABooking() {
        return closed(approved().start());
    }

    private ClosureInfo closed(Instant from) {
        var outcome = school.as(admin, () -> closures.close(closing(from), CommandKey.fresh()));
        return ((ClosureOutcome.Closed) outcome).closure();
    }

    CloseResource closing(Instant from) {
        return new CloseResource(desks.id(), from, from.plusSeconds(MINUTES * 60), "works");
    }

    /** What a closure cancelled and holds. */
    BookingDetails held() {
        BookingDetails booking = approved();
        closed(booking.start());
        return booking;
    }

    CycleInfo cycle() {
        return mentoring.cycle(admin, service());
    }

    /** The student in a cycle of their own for this, led by the mentor. */
    Mentoring.Scene mentee() {
        ServiceInfo service = service();
        CycleInfo cycle = mentoring.cycle(admin, service);
        EnrolmentDetails enrolment = mentoring.enrolled(cycle, student, mentor);
        return new Mentoring.Scene(admin, mentor, student, service, service, cycle, enrolment);
    }

    Mentoring.Scene planned() {
        Mentoring.Scene scene = mentee();
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
        return scene;
    }

    Mentoring.Scene reprobated() {
        Mentoring.Scene scene = mentee();
        mentoring.reprobated(scene);
        return scene;
    }

    Mentoring.Scene unsubscribed() {
        Mentoring.Scene scene = mentee();
        mentoring.unsubscribe(student, scene, "");
        return scene;
    }

    /** At the limit, where the question is whether to reprobate. */
    Mentoring.Scene asking() {
        Mentoring.Scene scene = mentee();
        for (int n = 0; n < 3; n++) {
            warned(scene);
        }
        return scene;
    }

    WarningId warning() {
        Mentoring.Scene scene = mentee();
        warned(scene);
        return mentoring.page(scene).warnings().stream().map(WarningDetails::id).findFirst().orElseThrow();
    }

    private void warned(Mentoring.Scene scene) {
        past++;
        BookingDetails missed = desk.booked(student, scene.talk(), school.in(-1 - past / A_DAY, time(past)));
        desk.mark(mentor, missed, Mark.NO_SHOW);
    }
}
