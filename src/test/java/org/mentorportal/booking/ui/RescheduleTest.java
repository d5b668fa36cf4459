package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;

/** A booking moves to another time in one step, or stays exactly as it was. */
class RescheduleTest extends BookingScreenTest {

    @Autowired
    BookingService bookings;
    @Autowired
    MovableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    @Test
    void e5AStudentMovesTheirBookingInOneStep() {
        BookingDetails booking = desk.book(student, service, start);
        desk.approve(principal, booking);
        Instant later = start.plus(Duration.ofHours(3));
        move();
        assertThat(words(dialog())).contains("Move to another time", "Now: " + span(start), "Choose a free time.");
        choose(later);
        assertThat(words(dialog())).contains(span(start) + " → " + span(later),
                "A principal decides again; until then it is pending.");
        assertThat(startOf(booking)).isEqualTo(start);
        press("Move it");
        _assertNoDialogs();
        assertThat(notice()).isEqualTo("Moved: " + span(later) + ". It waits for approval.");
        assertThat(words(row(service.name()))).contains(span(later), "Pending approval");
        assertThat(startOf(booking)).isEqualTo(later);
    }

    @Test
    void whereNobodyDecidesItStaysApproved() {
        ServiceInfo automatic = school.service(school.ground(), Approval.AUTOMATIC);
        BookingDetails booking = desk.book(student, automatic, start);
        move();
        choose(start.plus(Duration.ofHours(1)));
        assertThat(words(dialog())).contains("It stays approved; nobody has to decide.");
        press("Move it");
        assertThat(notice()).endsWith("It is approved.");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void e5WhereTheNewTimeIsTakenTheOldBookingStaysAndOthersAreOffered() {
        BookingDetails booking = desk.book(student, service, start);
        Instant later = start.plus(Duration.ofHours(3));
        move();
        choose(later);
        desk.book(school.student(), service, later);
        press("Move it");
        assertThat(words(dialog())).contains("This slot was just booked by another student.",
                "The booking stays as it was: " + span(start) + ".", "The nearest free slots:");
        assertThat(startOf(booking)).isEqualTo(start);
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        assertThat(times()).doesNotContain(span(later));
        press(formats.dayTime(later.plus(Duration.ofHours(1))));
        press("Move it");
        assertThat(startOf(booking)).isEqualTo(later.plus(Duration.ofHours(1)));
    }

    @Test
    void onlyFreeSlotsAreOfferedAndOneMayOverlapTheOldTime() {
        ServiceInfo overlapping = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60).withStep(30), 1);
        desk.book(student, overlapping, start);
        desk.book(school.student(), overlapping, start.plus(Duration.ofHours(2)));
        move();
        assertThat(times()).contains(span(start.plus(Duration.ofMinutes(30)))).doesNotContain(span(start),
                span(start.plus(Duration.ofMinutes(90))), span(start.plus(Duration.ofHours(2))));
    }

    @Test
    void ownQuotasAreCountedWithoutTheBookingThatMoves() {
        ServiceInfo once = school.service(new AddService(school.ground().id(), "Once " + student.id(), Timing.of(60), 1, 12,
                Approval.PRINCIPAL, Limits.none().withAtOnce(1), School.allWeek("08:00", "20:00")));
        desk.book(student, once, start);
        move();
        assertThat(times()).contains(span(start.plus(Duration.ofHours(1))));
    }

    @Test
    void afterTheDeadlineTheRowSaysUntilWhenItWasPossible() {
        ServiceInfo strict = school.service(new AddService(school.ground().id(), "Strict " + student.id(), Timing.of(60), 1, 12,
                Approval.PRINCIPAL, Limits.none().withCancelDeadline(120), School.allWeek("08:00", "20:00")));
        BookingDetails booking = desk.book(student, strict, start);
        visit(student).opens("my-bookings");
        assertThat(buttons(row(strict.name()), "Move…")).hasSize(1);
        clock.moveTo(start.minus(Duration.ofHours(1)));
        visit(student).opens("my-bookings");
        assertThat(words(row(strict.name()))).contains("Moving and cancelling was possible until "
                + formats.dayTime(booking.cancelUntil()) + ".");
        assertThat(buttons(row(strict.name()), "Edit…")).hasSize(1);
        assertThat(buttons(row(strict.name()), "Move…")).isEmpty();
        assertThat(buttons(row(strict.name()), "Cancel…")).isEmpty();
    }

    @Test
    void e4ABookingThatSomebodyMovedMeanwhileIsShownWhereItIsNow() {
        AccountInfo admin = school.admin();
        BookingDetails booking = desk.book(student, service, start);
        Instant theirs = start.plus(Duration.ofHours(2));
        move();
        choose(start.plus(Duration.ofHours(4)));
        done(school.as(admin, () -> bookings.reschedule(new RescheduleBooking(booking.id(), theirs, "The hall is needed", null),
                CommandKey.fresh())));
        press("Move it");
        assertThat(words(dialog())).contains(admin.displayName() + " changed the time, just now.", "Nothing was moved",
                span(theirs) + " → " + span(start.plus(Duration.ofHours(4))));
        assertThat(startOf(booking)).isEqualTo(theirs);
        press("Move it");
        assertThat(startOf(booking)).isEqualTo(start.plus(Duration.ofHours(4)));
    }

    @Test
    void staffMoveWithAReasonThatTheStudentReads() {
        AccountInfo mentor = school.mentor();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
        BookingDetails booking = desk.book(student, talk, start);
        Instant later = start.plus(Duration.ofHours(1));
        visit(mentor).opens("bookings");
        press("Move…");
        choose(later);
        press("Move it");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(startOf(booking)).isEqualTo(start);
        write(_get(TextArea.class), "The hall is needed");
        press("Move it");
        assertThat(startOf(booking)).isEqualTo(later);
        visit(student).opens("inbox");
        assertThat(words(row("Moved: "))).contains(talk.name(), "now " + span(later), "Reason: The hall is needed");
    }

    @Test
    void staffAreNotOfferedTimesAtWhichTheStudentIsBusy() {
        AccountInfo mentor = school.mentor();
        desk.book(student, school.service(school.resourceOf(mentor), Approval.MENTOR), start);
        desk.book(student, school.service(), start.plus(Duration.ofHours(1)));
        visit(mentor).opens("bookings");
        press("Move…");
        assertThat(times()).contains(span(start.plus(Duration.ofHours(2)))).doesNotContain(span(start.plus(Duration.ofHours(1))));
    }

    @Test
    void staffReadThatTheStudentBecameBusyMeanwhileButNotWithWhat() {
        AccountInfo mentor = school.mentor();
        BookingDetails booking = desk.book(student, school.service(school.resourceOf(mentor), Approval.MENTOR), start);
        Instant later = start.plus(Duration.ofHours(1));
        visit(mentor).opens("bookings");
        press("Move…");
        choose(later);
        desk.book(student, service, later);
        write(_get(TextArea.class), "The hall is needed");
        press("Move it");
        assertThat(words(dialog())).contains(student.displayName() + " has another booking then.",
                "The booking stays as it was: " + span(start) + ".").doesNotContain("you have", service.name());
        assertThat(startOf(booking)).isEqualTo(start);
    }

    @Test
    void theWeekOfTheBookingComesFirst() {
        Instant later = school.in(8, "10:00");
        desk.book(student, service, later);
        move();
        assertThat(times()).contains(span(later.plus(Duration.ofHours(1)))).doesNotContain(span(start));
    }

    @Test
    void theWeeksAreAPageEach() {
        desk.book(student, service, start);
        move();
        List<String> first = times();
        press(dialog(), "›");
        assertThat(times()).isNotEmpty().doesNotContainAnyElementsOf(first);
        press(dialog(), "‹");
        assertThat(times()).isEqualTo(first);
    }

    @Test
    void theChosenTimeIsStillMarkedAfterALookAtAnotherWeek() {
        desk.book(student, service, start);
        Instant later = start.plus(Duration.ofHours(3));
        move();
        choose(later);
        press(dialog(), "›");
        assertThat(marked()).isEmpty();
        press(dialog(), "‹");
        assertThat(marked()).containsExactly(span(later));
    }

    private static List<String> marked() {
        return _find(_get(SlotChooser.class), NativeButton.class, all -> all.withClasses("time-button").withAttribute("aria-pressed", "true"))
                .stream().map(one -> one.getAriaLabel().orElseThrow()).toList();
    }

    private void move() {
        visit(student).opens("my-bookings");
        press("Move…");
        assertThat(_get(Button.class, all -> all.withId("move")).isEnabled()).isFalse();
    }

    private void choose(Instant when) {
        _click(_get(NativeButton.class, all -> all.withClasses("time-button").withPredicate(one -> one.getAriaLabel()
                .filter(span(when)::equals).isPresent())));
    }

    private List<String> times() {
        return _find(_get(SlotChooser.class), NativeButton.class, all -> all.withClasses("time-button")).stream()
                .map(one -> one.getAriaLabel().orElseThrow()).toList();
    }

    private Instant startOf(BookingDetails booking) {
        return school.as(student, () -> bookings.find(booking.id())).orElseThrow().start();
    }

    private String span(Instant from) {
        return formats.daySpan(from, from.plus(Duration.ofHours(1)));
    }
}
