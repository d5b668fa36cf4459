package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
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

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Refused;
import org.mentorportal.support.BookingScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A student, or staff for them, changes what a booking is for; and is told when somebody else did so meanwhile. */
class EditBookingTest extends BookingScreenTest {

    @Autowired
    BookingService bookings;
    @Autowired
    BookingTexts texts;

    private AccountInfo admin;
    private BookingDetails booking;

    @BeforeEach
    void booked() {
        admin = school.admin();
        booking = desk.book(student, service, start);
    }

    @Test
    void aStudentChangesTheDetails() {
        edit();
        assertThat(words(dialog())).contains("Edit the details", service.name(), formats.daySpan(booking.start(), booking.end()));
        write(field("Purpose"), "Final rehearsal");
        write(players(), 7);
        write(field("Contact"), "room 12");
        press("Save");
        _assertNoDialogs();
        assertThat(notice()).isEqualTo("Details saved.");
        assertThat(words(row(service.name()))).contains("Final rehearsal");
        assertThat(stored()).isEqualTo(new Details("Final rehearsal", 7, "room 12"));
    }

    @Test
    void withoutAPurposeNothingIsSent() {
        edit();
        write(field("Purpose"), " ");
        press("Save");
        assertThat(field("Purpose").getErrorMessage()).isEqualTo("Please say what the booking is for.");
        assertThat(stored().purpose()).isEqualTo("practice");
    }

    @Test
    void whoeverChangesNothingIsToldSo() {
        edit();
        press("Save");
        assertThat(notice()).isEqualTo("These are the details already; nothing was changed.");
    }

    @Test
    void e4TheSecondOfTwoReadsWhoChangedWhatAndKeepsWhatTheyWrote() {
        edit();
        write(field("Purpose"), "Mine");
        changedBy(admin, "Theirs", 5, "");
        press("Save");
        assertThat(words(dialog())).contains(admin.displayName() + " changed the purpose, the number of players, just now.");
        assertThat(field("Purpose").getValue()).isEqualTo("Mine");
        assertThat(field("Purpose").getHelperText()).isEqualTo("Now: Theirs");
        assertThat(stored()).isEqualTo(new Details("Theirs", 5, ""));
    }

    @Test
    void e4WhatOneDidNotTouchFollowsTheOther() {
        edit();
        write(field("Purpose"), "Mine");
        changedBy(admin, "practice", 5, "room 3");
        press("Save");
        assertThat(players().getValue()).isEqualTo(5);
        assertThat(field("Contact").getValue()).isEqualTo("room 3");
        press("Save mine over it");
        _assertNoDialogs();
        assertThat(stored()).isEqualTo(new Details("Mine", 5, "room 3"));
    }

    @Test
    void e4SavingOverItIsToldOfAThirdChangeToo() {
        edit();
        write(field("Purpose"), "Mine");
        changedBy(admin, "Theirs", 1, "");
        press("Save");
        changedBy(admin, "Theirs again", 1, "");
        press("Save mine over it");
        assertThat(field("Purpose").getHelperText()).isEqualTo("Now: Theirs again");
        press("Save mine over it");
        assertThat(stored().purpose()).isEqualTo("Mine");
    }

    @Test
    void e4WhoeverTakesTheirsGoesOnFromThere() {
        edit();
        write(field("Purpose"), "Mine");
        changedBy(admin, "Theirs", 5, "");
        press("Save");
        press("Take theirs");
        assertThat(field("Purpose").getValue()).isEqualTo("Theirs");
        assertThat(words(dialog())).doesNotContain("changed the purpose", "Now:");
        write(field("Contact"), "room 12");
        press("Save");
        assertThat(stored()).isEqualTo(new Details("Theirs", 5, "room 12"));
    }

    @Test
    void e4ABookingThatWasEndedMeanwhileCannotBeSavedOver() {
        edit();
        write(field("Purpose"), "Mine");
        desk.reject(principal, booking, "The ground is wet");
        press("Save");
        assertThat(words(dialog())).contains(principal.displayName() + " changed the status", "The booking is Rejected now");
        assertThat(buttons(UI.getCurrent(), "Save mine over it")).isEmpty();
        press("Leave as it is");
        _assertNoDialogs();
    }

    @Test
    void whatIsBeingCheckedIsSentAgainUnderTheSameKey() {
        List<CommandKey> keys = new ArrayList<>();
        visit(student);
        new EditDialog(texts, booking, true, (edit, key) -> {
            keys.add(key);
            return new BookingOutcome.NotDone(Refused.because(CommandRule.BEING_CHECKED));
        }, outcome -> { }).open();
        write(field("Purpose"), "Mine");
        press("Save");
        assertThat(words(dialog())).contains("it is not known yet whether this was done");
        press("Save");
        write(field("Purpose"), "Something else");
        press("Save");
        assertThat(keys).extracting(CommandKey::firstSending).containsExactly(true, false, true);
        assertThat(keys).extracting(CommandKey::value).satisfies(values -> {
            assertThat(values.get(1)).isEqualTo(values.get(0));
            assertThat(values.get(2)).isNotEqualTo(values.get(0));
        });
    }

    @Test
    void staffChangeTheDetailsAndTheStudentReadsIt() {
        AccountInfo mentor = school.mentor();
        desk.book(student, school.service(school.resourceOf(mentor), Approval.MENTOR), start.plus(Duration.ofHours(2)));
        visit(mentor).opens("bookings");
        press("Edit…");
        assertThat(words(dialog())).contains(student.displayName());
        write(field("Purpose"), "Final rehearsal");
        press("Save");
        assertThat(words(row(student.displayName()))).contains("Final rehearsal");
        assertThat(desk.inboxOf(student)).singleElement().satisfies(message -> assertThat(message.kind().name()).isEqualTo("BOOKING_EDITED"));
    }

    private void edit() {
        visit(student).opens("my-bookings");
        press("Edit…");
    }

    private void changedBy(AccountInfo person, String purpose, int players, String contact) {
        int version = school.as(person, () -> bookings.find(booking.id())).orElseThrow().version();
        done(school.as(person, () -> bookings.edit(new EditBooking(booking.id(), version, purpose, players, contact), CommandKey.fresh())));
    }

    private Details stored() {
        return Details.of(school.as(student, () -> bookings.find(booking.id())).orElseThrow());
    }

    private static TextField field(String label) {
        return _get(TextField.class, fields -> fields.withLabel(label));
    }

    private static IntegerField players() {
        return _get(IntegerField.class, fields -> fields.withLabel("Number of players"));
    }
}
