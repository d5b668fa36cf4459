package org.mentorportal.mentorship.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.github.mvysny.kaributesting.v10.NotFoundError;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentor decides about a mentee: reads first what each decision does, then what it did. */
class MenteePageTest extends ScreenTest {

    @Autowired
    Mentoring mentoring;
    @Autowired
    Desk desk;
    @Autowired
    Formats formats;

    private Mentoring.Scene scene;

    @BeforeEach
    void aMentee() {
        scene = mentoring.scene();
    }

    @Test
    void c4AtTheLimitTheMentorReadsWhatReprobationWouldCancelAndNothingHappensUntilTheyDecide() {
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        mentoring.noShows(scene, 2);
        openPage();
        assertThat(words()).contains("At the next no-show you are asked to decide.")
                .doesNotContain("3 of 3 warnings: decide");
        mentoring.noShow(scene, 5);
        soon(() -> assertThat(words(card("3 of 3 warnings: decide"))).contains("Reprobation would suspend "
                + scene.student().displayName() + " and cancel 1 booking.", when(talk), scene.talk().name(), "Not now…", "Reprobate… (cancels 1 booking)"));
        assertThat(desk.statusOf(talk)).isEqualTo(BookingStatus.APPROVED);
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.ACTIVE);
    }

    @Test
    void c4WhoSaysNotNowIsAskedAgainAtTheNextNoShow() {
        mentoring.noShows(scene, 3);
        openPage();
        press("Not now…");
        assertThat(words(dialog())).contains("Leave " + scene.student().displayName() + " active?", "Nothing is cancelled.");
        write(_get(TextArea.class), "We talked about it");
        press(dialog(), "Leave active");
        _assertNoDialogs();
        assertThat(words()).contains("it was decided against reprobation").doesNotContain("warnings: decide");
        mentoring.noShow(scene, 8);
        soon(() -> assertThat(words()).contains("4 of 3 warnings: decide"));
    }

    @Test
    void whatWasRejectedOrRevokedLooksAsInTheMenteesOwnBookings() {
        AccountInfo principal = school.principal();
        desk.reject(principal, desk.book(scene.student(), scene.training(), school.in(3, "10:00")), "The ground is wet");
        BookingDetails approved = desk.book(scene.student(), scene.training(), school.in(3, "12:00"));
        desk.approve(principal, approved);
        desk.revoke(principal, approved, "The league needs it");
        openPage();
        assertThat(List.of("Rejected", "Revoked")).allMatch(state ->
                _get(Chip.class, chips -> chips.withPredicate(chip -> chip.getText().equals(state))).hasClassName("no"));
    }

    @Test
    void c5TakingANoShowBackWithdrawsItsWarning() {
        BookingDetails missed = mentoring.noShow(scene, 1);
        openPage();
        assertThat(words()).contains("1 of 3 warnings");
        press(row("no-show, marked by"), "Take back…");
        assertThat(words(dialog())).contains("The mark is cleared and the warning withdrawn.", when(missed));
        press(dialog(), "Take it back");
        _assertNoDialogs();
        assertThat(notice()).isEqualTo("The mark was taken back, and its warning withdrawn.");
        assertThat(words()).contains("0 of 3 warnings", "Taken back");
    }

    @Test
    void c5AnAdminSaysWhyTheyTakeANoShowBack() {
        mentoring.noShow(scene, 1);
        visit(scene.admin()).opens("mentees/" + scene.enrolment().id());
        press("Take back…");
        press(dialog(), "Take it back");
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("Please write a few words; they will be read.");
        write(_get(TextArea.class), "The train was late");
        press(dialog(), "Take it back");
        _assertNoDialogs();
        assertThat(words()).contains("0 of 3 warnings");
    }

    @Test
    void c5WhoTakesBackWhatLedToAReprobationReadsWhatLiftingRestoresAndDecides() {
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        mentoring.noShows(scene, 3);
        mentoring.reprobated(scene);
        openPage();
        press(_find(ListItem.class, rows -> rows.withClasses("row")
                .withPredicate(row -> words(row).contains("no-show, marked by"))).getFirst(), "Take back…");
        press(dialog(), "Take it back");
        assertThat(words(card("A no-show was taken back"))).contains("which still holds", "comes back, approved",
                "Reactivate… (brings 1 back)");
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.REPROBATED);
        press("Reactivate… (brings 1 back)");
        press(dialog(), "Reactivate, bring 1 back");
        assertThat(words(dialog())).contains("back, approved");
        assertThat(desk.statusOf(talk)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void d1ReprobationShowsEachBookingItCancelsAndNeedsAReason() {
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails training = desk.book(scene.student(), scene.training(), school.in(4, "11:00"));
        openPage();
        press("Reprobate… (cancels 2 bookings)");
        assertThat(words(dialog())).contains("Reprobate " + scene.student().displayName() + "?", "These 2 bookings would be cancelled:",
                when(talk), when(training), "Leave active");
        press(dialog(), "Reprobate and cancel 2");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.ACTIVE);
        write(_get(TextArea.class), "Three no-shows");
        press(dialog(), "Reprobate and cancel 2");
        assertThat(words(dialog())).contains("is suspended", "2 bookings were cancelled:", when(talk), when(training))
                .doesNotContain("This is not the list");
        press(dialog(), "Close");
        assertThat(words()).contains("Suspended", "Three no-shows", "Reactivate… (brings 2 back)",
                "2 cancelled bookings would come back").doesNotContain("Reprobate…");
        assertThat(List.of(desk.statusOf(talk), desk.statusOf(training))).containsOnly(BookingStatus.CANCELLED);
    }

    @Test
    void d1TheHarmlessChoiceChangesNothing() {
        openPage();
        press("Reprobate… (cancels nothing)");
        assertThat(words(dialog())).contains("No booking would be cancelled.");
        press(dialog(), "Leave active");
        _assertNoDialogs();
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.ACTIVE);
    }

    @Test
    void d1WhatWasCancelledOtherThanShownIsSaid() {
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        openPage();
        press("Reprobate… (cancels 1 booking)");
        desk.book(scene.student(), scene.talk(), school.in(5, "10:00"));
        write(_get(TextArea.class), "Three no-shows");
        press(dialog(), "Reprobate and cancel 1");
        assertThat(words(dialog())).contains("2 bookings were cancelled:", "This is not the list that you saw before (1 booking)");
    }

    @Test
    void d3AndD5ReactivationShowsWhatComesBackAndWhatNotThenTheSameAsItsResult() {
        BookingDetails back = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails taken = desk.book(scene.student(), scene.training(), school.in(4, "11:00"));
        BookingDetails givenUp = desk.book(scene.student(), scene.talk(), school.in(5, "12:00"));
        mentoring.reprobated(scene);
        mentoring.giveUp(scene, givenUp);
        var rival = school.student();
        mentoring.enrolled(scene.cycle(), rival, scene.mentor());
        desk.book(rival, scene.training(), taken.start());
        openPage();
        press("Reactivate… (brings 1 back)");
        assertThat(words(dialog())).contains("1 booking comes back, 2 would not be booked.", formats.dayTime(back.start()),
                "comes back, approved", "taken by somebody else meanwhile", "given up", "Leave paused");
        press(dialog(), "Reactivate, bring 1 back");
        assertThat(words(dialog())).contains("is active again", "1 booking came back, 2 not booked.", "✓ back, approved",
                "taken by somebody else meanwhile", "given up").doesNotContain("This is not the list");
        press(dialog(), "Close");
        assertThat(words()).contains("Active", "came back").doesNotContain("Reactivate…");
        assertThat(desk.statusOf(back)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void d4ReactivationShowsWhatOfThePlanItMakes() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "15:00"));
        mentoring.reprobated(scene);
        openPage();
        _click(_get(Button.class, all -> all.withPredicate(one -> one.getText().startsWith("Reactivate…"))));
        assertThat(words(dialog())).contains("will be newly made, approved");
    }

    @Test
    void d6WhoReactivatesSecondIsToldWhoDidItAndWhen() {
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        mentoring.reprobated(scene);
        openPage();
        press("Reactivate… (brings 1 back)");
        mentoring.reactivate(scene.admin(), scene);
        press(dialog(), "Reactivate, bring 1 back");
        _assertNoDialogs();
        assertThat(notice()).contains("That was done before, by " + scene.admin().displayName(), "Nothing was changed.");
    }

    @Test
    void d7UnsubscribingAndResubscribingHaveTheirOwnWords() {
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        openPage();
        press("Unsubscribe… (cancels 1 booking)");
        assertThat(words(dialog())).contains("Unsubscribe " + scene.student().displayName() + "?", when(talk));
        write(_get(TextArea.class), "Moved to another school");
        press(dialog(), "Unsubscribe and cancel 1");
        assertThat(words(dialog())).contains("is unsubscribed");
        press(dialog(), "Close");
        press("Resubscribe… (brings 1 back)");
        assertThat(words(dialog())).contains("Resubscribe " + scene.student().displayName() + "?", "The warnings stay and count as before.");
        press(dialog(), "Resubscribe, bring 1 back");
        assertThat(words(dialog())).contains("is subscribed again");
        assertThat(desk.statusOf(talk)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void d8EachSuspensionKeepsWhatItCancelledAndWhatItsEndBroughtBack() {
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        mentoring.reprobated(scene);
        mentoring.reactivated(scene);
        mentoring.unsubscribe(scene.mentor(), scene, "A pause");
        openPage();
        assertThat(words(card("Suspensions"))).contains("Unsubscribed since", "1 cancelled booking would come back", "Suspended ",
                "Three no-shows", "1 booking came back");
    }

    @Test
    void e7AGeneratedPlanIsPreviewedThenMadeAndItsLinesRead() {
        openPage();
        assertThat(buttons(UI.getCurrent(), "Make bookings…")).as("without a plan there is nothing to make").isEmpty();
        press("Edit plan…");
        press("Add a time");
        write(service(), scene.talk());
        write(_get(TimePicker.class), LocalTime.of(15, 0));
        press(dialog(), "Save");
        _assertNoDialogs();
        assertThat(words()).contains("Monday, 15:00");
        press("Make bookings…");
        write(day("Until"), day("From").getValue().plusDays(20)); // two Mondays to come, whenever this is run
        press("See what it makes");
        assertThat(words(dialog())).contains("will be newly made, approved");
        _click(_get(Button.class, all -> all.withId("act")));
        assertThat(words(dialog())).contains("were made", "✓ newly made, approved");
        press(dialog(), "Close");
        assertThat(words(card("Attendance"))).contains("bookings to come", scene.talk().name(), "Approved");
    }

    @Test
    void aSessionThatHasEndedWaitsForItsMark() {
        desk.booked(scene.student(), scene.talk(), school.in(-2, "10:00"));
        desk.booked(scene.student(), scene.training(), school.in(-2, "12:00"));
        visit(scene.mentor()).opens("mentees/" + scene.enrolment().id());
        assertThat(words(row(scene.talk().name()))).as("a mentor can mark it").contains("Not marked yet").doesNotContain("Approved");
        assertThat(words(row(scene.training().name()))).as("nobody marks a ground's booking").doesNotContain("Not marked yet");
    }

    @Test
    void e4APlanThatSomebodyChangedMeanwhileIsNotOverwritten() {
        openPage();
        press("Edit plan…");
        press("Add a time");
        write(service(), scene.talk());
        write(_get(TimePicker.class), LocalTime.of(15, 0));
        mentoring.plan(scene, mentoring.weekly(scene.training(), 3, "09:00"));
        press(dialog(), "Save");
        assertThat(words(dialog())).contains("Nothing was saved, and what you wrote is still here.",
                scene.mentor().displayName() + ", just now: the weekly plan");
        assertThat(_get(TimePicker.class).getValue()).isEqualTo(LocalTime.of(15, 0));
        press("Load the newest");
        assertThat(_get(TimePicker.class).getValue()).isEqualTo(LocalTime.of(9, 0));
        press(dialog(), "Save");
        _assertNoDialogs();
        assertThat(mentoring.page(scene).plan()).hasSize(1);
    }

    @Test
    void aMenteesAnswerArrivesByItself() {
        mentoring.noShow(scene, 1);
        openPage();
        mentoring.answer(scene, mentoring.page(scene).warnings().getFirst(), "I was ill");
        soon(() -> assertThat(words(row("no-show, marked by"))).contains("“I was ill”", "answered"));
    }

    @Test
    void anotherMentorsMenteeIsNotThere() {
        visit(school.mentor());
        assertThatThrownBy(() -> open("mentees/" + scene.enrolment().id())).isInstanceOf(NotFoundError.class);
        assertThatThrownBy(() -> open("mentees/nobody")).isInstanceOf(NotFoundError.class);
    }

    @Test
    void twoMenteesPagesInTurnEachFollowTheirOwn() {
        Mentoring.Scene other = mentoring.scene();
        Visit admin = visit(scene.admin()).opens("mentees/" + scene.enrolment().id());
        admin.opens("mentees/" + other.enrolment().id());
        mentoring.noShow(other, 1);
        soon(() -> assertThat(words()).contains(other.student().displayName(), "1 of 3 warnings")
                .doesNotContain(scene.student().displayName()));
    }

    private void openPage() {
        visit(scene.mentor()).opens("mentees/" + scene.enrolment().id());
    }

    private static Section card(String title) {
        return _get(Section.class, sections -> sections.withPredicate(section -> words(section).startsWith(title)));
    }

    private String when(BookingDetails booking) {
        return formats.daySpan(booking.start(), booking.end());
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, days -> days.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static Select<ServiceInfo> service() {
        return _get(Select.class, selects -> selects.withLabel("Service"));
    }

    /** The newest one. */
    private static String notice() {
        return _find(Notification.class).getLast().getElement().getProperty("text");
    }
}
