package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.Person;
import org.mentorportal.account.SwitchAccount;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingService;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Segments;
import org.mentorportal.support.BookingScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentor on their own services, or an admin on any, books for a student, and looks after what they booked. */
class BookForStudentTest extends BookingScreenTest {

    @Autowired
    BookingService bookings;
    @Autowired
    AccountAdministration accounts;

    private AccountInfo mentor;
    private ServiceInfo talk;

    @BeforeEach
    void aMentorWithATalk() {
        mentor = school.mentor();
        talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
    }

    @Test
    void aMentorBooksForAStudentWhoReadsItInTheInbox() {
        opens(mentor, talk, start);
        assertThat(words(_get(SlotPanel.class))).contains("You can book this slot for a student");
        press("Book for a student");
        assertThat(words(dialog())).contains("Book for a student", formats.daySpan(start, start.plus(Duration.ofHours(1))));
        chooseStudent();
        write(purpose(), "First talk");
        press("Review");
        assertThat(words(dialog())).contains("Student " + student.displayName(), "First talk");
        press("Confirm booking");
        assertThat(words(dialog())).contains("Booked for " + student.displayName(), "The booking is approved.");
        press("All bookings");
        assertThat(words(row(student.displayName()))).contains(talk.name(), "First talk", "Approved", "booked by " + mentor.displayName());
        visit(student).opens("inbox");
        assertThat(words(row("Booked for you: "))).contains(talk.name(), mentor.displayName());
    }

    @Test
    void withoutAStudentThereIsNoReview() {
        opens(mentor, talk, start);
        press("Book for a student");
        write(purpose(), "First talk");
        press("Review");
        assertThat(chooser().isInvalid()).isTrue();
        assertThat(chooser().getErrorMessage()).isEqualTo("Please choose the student.");
        assertThat(buttons(UI.getCurrent(), "Confirm booking")).isEmpty();
        chooseStudent();
        assertThat(chooser().isInvalid()).as("what was mended is no longer wrong").isFalse();
    }

    @Test
    void theySayWhichRuleTheyPassBy() {
        ServiceInfo soonOnly = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60).withHorizon(2, LocalTime.of(7, 0)), 1);
        Instant far = school.in(12, "10:00");
        opens(school.admin(), soonOnly, far);
        assertThat(words(cell(far))).isEqualTo("Free Book");
        press("Book for a student");
        chooseStudent();
        assertThat(words(dialog())).contains("A student would read: \"Booking opens on " + formats.dayTime(school.in(10, "07:00"))
                + ", 2 days ahead.\" That does not bind staff");
        write(purpose(), "Trials");
        press("Review");
        press("Confirm booking");
        assertThat(words(dialog())).contains("Booked for " + student.displayName(), "The booking waits for approval.");
    }

    @Test
    void aStudentWhoIsBusyThenIsToldBeforeAndRefused() {
        desk.book(student, service, start);
        opens(mentor, talk, start);
        press("Book for a student");
        chooseStudent();
        assertThat(words(dialog())).contains(student.displayName() + " has another booking then. This would be refused.");
        write(purpose(), "First talk");
        press("Review");
        press("Confirm booking");
        assertThat(words(dialog())).contains("Not booked", student.displayName() + " has another booking then.")
                .doesNotContain(service.name());
    }

    @Test
    void onlyStudentsAreFoundByName() {
        opens(mentor, talk, start);
        press("Book for a student");
        assertThat(found(student.displayName())).extracting(Person::name).contains(student.displayName());
        assertThat(found(mentor.displayName())).isEmpty();
        assertThat(found("100%_no such\\name")).isEmpty();
        assertThat(found("test student")).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void whoIsAlsoAStudentChoosesForWhomTheyBook() {
        for (AccountInfo both : List.of(school.person(Role.STUDENT, Role.ADMIN), school.person(Role.STUDENT, Role.MENTOR))) {
            ServiceInfo own = school.service(both.roles().contains(Role.MENTOR) ? school.resourceOf(both) : school.ground(), Approval.PRINCIPAL);
            opens(both, own, start);
            assertThat(words(_get(SlotPanel.class))).contains("You can book this slot").doesNotContain("for a student");
            press("For a student");
            assertThat(words(_get(SlotPanel.class))).contains("You can book this slot for a student");
            assertThat(pressed("For a student")).isEqualTo("true");
            assertThat(pressed("For myself")).isEqualTo("false");
            press("Book for a student");
            chooseStudent();
            write(purpose(), "First talk");
            press("Review");
            press("Confirm booking");
            assertThat(words(dialog())).contains("Booked for " + student.displayName());
            press(dialog(), "Stay here");
            student = school.student(); // the next one has time then
        }
    }

    @Test
    void whatOneWroteForOneselfIsThereAgainAndWhatOneWroteForAStudentIsNot() {
        opens(school.person(Role.STUDENT, Role.ADMIN), service, start);
        press("Book this slot");
        write(purpose(), "My own practice");
        press("Not now");
        press("For a student");
        press("Book for a student");
        assertThat(purpose().getValue()).isEmpty();
        write(purpose(), "About a student");
        press("Not now");
        press("For myself");
        press("Book this slot");
        assertThat(purpose().getValue()).isEqualTo("My own practice");
    }

    @Test
    void forWhomOneBooksStaysInAnotherWeekAndCanBeTurnedBack() {
        AccountInfo both = school.person(Role.STUDENT, Role.ADMIN);
        ServiceInfo soonOnly = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60).withHorizon(2, LocalTime.MIDNIGHT), 1);
        Instant far = school.in(12, "10:00");
        opens(both, soonOnly, start);
        press("For a student");
        open(week(soonOnly, far));
        assertThat(words(cell(far))).isEqualTo("Free Book");
        press("For myself");
        assertThat(words(cell(far))).startsWith("Opens");
        _click(_get(cell(far), NativeButton.class));
        assertThat(words(_get(SlotPanel.class))).contains("Why can I not book this?", "Booking opens on");
    }

    @Test
    void whoBooksOnOneWayOnlyIsNotAsked() {
        for (AccountInfo person : List.of(student, mentor, school.admin(), school.person(Role.STUDENT, Role.MENTOR), principal)) {
            visit(person).opens(week(talk, start));
            assertThat(_find(Segments.class)).isEmpty();
        }
    }

    private static String pressed(String button) {
        return _get(_get(Segments.class), NativeButton.class, all -> all.withText(button)).getElement().getAttribute("aria-pressed");
    }

    @Test
    void aTakenSlotExplainsItselfToStaffToo() {
        desk.book(student, talk, start);
        opens(mentor, talk, start);
        assertThat(words(cell(start))).isEqualTo("Taken");
        assertThat(words(_get(SlotPanel.class))).contains("Why can I not book this?", "A student has this slot.");
        assertThat(buttons(UI.getCurrent(), "Book for a student")).isEmpty();
    }

    @Test
    void whereTheWeekIsFullStaffAreOfferedTheNearestOfOtherWeeks() {
        var weekly = new Hours(formats.dayOf(school.in(8, "10:00")).getDayOfWeek(), LocalTime.of(10, 0), LocalTime.of(11, 0),
                LocalDate.of(2020, 1, 1), null);
        ServiceInfo once = school.service(new AddService(talk.resource().id(), "Once a week", Timing.of(60), 1, 12, Approval.MENTOR,
                Limits.none(), List.of(weekly)));
        Instant full = school.in(29, "10:00"); // further than a student may look
        school.as(mentor, () -> bookings.bookFor(new BookForStudent(student.id(), once.id(), full, "Trials", 1, ""), CommandKey.fresh()));
        opens(mentor, once, full);
        assertThat(words(_get(SlotPanel.class))).contains("A student has this slot.", "The nearest slots that work:");
        assertThat(offered()).hasSize(3).contains(formats.dayTime(school.in(22, "10:00")), formats.dayTime(school.in(36, "10:00")));
        press(formats.dayTime(school.in(36, "10:00")));
        assertThat(words(_get(SlotPanel.class))).contains("You can book this slot for a student");
    }

    @Test
    void anotherMentorsWeekIsOnlyText() {
        visit(school.mentor()).opens(week(talk, start));
        assertThat(_find(SlotCell.class)).isNotEmpty().allSatisfy(cell -> assertThat(_find(cell, NativeButton.class)).isEmpty());
    }

    @Test
    void aMentorsListHasTheirOwnServicesOnly() {
        desk.book(student, talk, start);
        desk.book(student, service, start.plus(Duration.ofHours(1)));
        visit(mentor).opens("bookings");
        assertThat(rows()).singleElement().satisfies(row -> assertThat(words(row)).contains(talk.name(), student.displayName()));
        visit(school.mentor()).opens("bookings");
        assertThat(words()).contains("No booking is to come.");
    }

    @Test
    void anAdminFindsByStudentServiceOrPlace() {
        desk.book(student, talk, start);
        visit(school.admin()).opens("bookings");
        for (String wanted : List.of(student.displayName(), talk.name(), mentor.displayName())) {
            write(_get(TextField.class), wanted);
            assertThat(rows()).extracting(row -> words(row)).anySatisfy(words -> assertThat(words)
                    .contains(student.displayName() + " practice", talk.name() + " · " + mentor.displayName()));
        }
        write(_get(TextField.class), "underwater chess");
        assertThat(words()).contains("Nothing fits that. Try a shorter word.");
    }

    @Test
    void whoCanSignInNoMoreIsFoundByTheirBookingsToo() {
        desk.book(student, talk, start);
        AccountInfo admin = school.admin();
        school.as(admin, () -> accounts.switchTo(new SwitchAccount(student.id(), 1, false), CommandKey.fresh()));
        visit(admin).opens("bookings");
        write(_get(TextField.class), student.displayName());
        assertThat(words(row(student.displayName()))).contains(talk.name());
    }

    @Test
    void theListFollowsWhatOthersDo() {
        visit(mentor).opens("bookings");
        assertThat(rows()).isEmpty();
        desk.book(student, talk, start);
        soon(() -> assertThat(words(row(student.displayName()))).contains("Pending approval"));
    }

    @Test
    void theListIsCutAtAHundredAndSaysSo() {
        for (int n = 0; n < 101; n++) {
            desk.book(school.student(), talk, school.in(2 + n / 12, "08:00").plus(Duration.ofHours(n % 12)));
        }
        visit(mentor).opens("bookings");
        assertThat(rows()).hasSize(100);
        assertThat(words()).contains("Only the first 100 are shown.");
    }

    @Test
    void cancellingNeedsAReasonThatTheStudentReads() {
        desk.book(student, talk, start);
        visit(mentor).opens("bookings");
        press("Cancel…");
        assertThat(words(dialog())).contains("Cancel the booking of " + student.displayName() + "?");
        press("Cancel the booking");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        write(_get(TextArea.class), "I am ill");
        press("Cancel the booking");
        _assertNoDialogs();
        assertThat(notice()).isEqualTo("Booking cancelled. The slot is free again.");
        assertThat(rows()).isEmpty();
        assertThat(desk.inboxOf(student)).anySatisfy(message -> assertThat(message.reason()).isEqualTo("I am ill"));
    }

    private static List<String> offered() {
        return _find(_get(SlotPanel.class), NativeButton.class, all -> all.withClasses("link")).stream().map(NativeButton::getText).toList();
    }

    private void opens(AccountInfo person, ServiceInfo what, Instant when) {
        visit(person).opens(week(what, when));
        _click(_get(cell(when), NativeButton.class));
    }

    private String week(ServiceInfo what, Instant when) {
        return "book/" + what.id() + "?week=" + formats.dayOf(when);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Person> chooser() {
        return _get(ComboBox.class, boxes -> boxes.withLabel("Student"));
    }

    @SuppressWarnings("unchecked")
    private static List<Person> found(String text) {
        return ((DataProvider<Person, String>) chooser().getDataProvider()).fetch(new Query<>(0, 50, List.of(), null, text)).toList();
    }

    private void chooseStudent() {
        write(chooser(), new Person(student.id(), student.displayName(), student.email()));
    }

    private static TextField purpose() {
        return _get(TextField.class, fields -> fields.withLabel("Purpose"));
    }

    private static SlotCell cell(Instant when) {
        return _get(SlotCell.class, cells -> cells.withId("slot-" + when.getEpochSecond()));
    }
}
