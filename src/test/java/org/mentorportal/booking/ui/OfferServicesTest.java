package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.PlantedFaults;
import org.mentorportal.support.PlantedFaults.Commit;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** An admin says what can be booked: adds grounds and services, edits them, retires them and offers them again. */
class OfferServicesTest extends BookingScreenTest {

    @Autowired
    CatalogueService catalogue;
    @Autowired
    PlantedFaults faults;

    private AccountInfo admin;

    @BeforeEach
    void anAdmin() {
        admin = school.admin();
    }

    @Test
    void theListSaysOfEachServiceWhatItIsAndWhen() {
        visit(admin).opens("admin/services");
        assertThat(words(row(service.name()))).contains("a principal approves", "60 minutes · up to 12 players",
                "Mon, Tue, Wed, Thu, Fri, Sat, Sun 8:00–20:00", "Edit…", "Retire…");
    }

    @Test
    void whatOneSearchesForIsLeft() {
        visit(admin).opens("admin/services");
        write(_get(TextField.class), service.resource().name().toUpperCase());
        assertThat(words(row(service.name()))).isNotEmpty();
        write(_get(TextField.class), "no such thing");
        assertThat(words()).contains("Nothing fits that.");
    }

    @Test
    void aNewGroundGetsAServiceThatCanBeBooked() {
        String name = "New pitch " + UUID.randomUUID();
        visit(admin).opens("admin/services");
        press("New ground…");
        press("Add the ground");
        assertThat(field("Name").getErrorMessage()).isEqualTo("Please give a name of at most 120 characters.");
        write(field("Name"), name);
        press("Add the ground");
        assertThat(notice()).isEqualTo(name + " was added. Give it a first service.");

        press(card(name), "New service…");
        assertThat(words(dialog())).contains("New service on " + name);
        write(field("Name"), "Rugby");
        press("Add hours");
        press("Save");
        _assertNoDialogs();
        assertThat(words(card(name))).contains("Rugby", "booked at once", "Mon 9:00–17:00");
    }

    @Test
    void aGroundThatIsThereAlreadyIsSaidBesideTheName() {
        visit(admin).opens("admin/services");
        press("New ground…");
        write(field("Name"), service.resource().name());
        press("Add the ground");
        assertThat(field("Name").getErrorMessage()).isEqualTo("That name is taken already. Please choose another one.");
        dialog();
    }

    @Test
    void anEditIsSavedAndOpenListsFollow() {
        Visit colleague = visit(school.admin()).opens("admin/services");
        visit(admin).opens("admin/services");
        press(row(service.name()), "Edit…");
        assertThat(words(dialog())).contains("Edit " + service.name(), "Bookings that exist stay as they are");
        write(number("Most a week"), 2);
        write(number("Cancel at least … before"), 120);
        assertThat(number("Cancel at least … before").getHelperText()).isEqualTo("minutes (2 hours)");
        write(times().getFirst(), LocalTime.of(9, 0));
        press("Save");
        assertThat(notice()).isEqualTo(service.name() + " · " + service.resource().name() + " was saved.");
        assertThat(words(row(service.name()))).contains("cancel until 2 hours before", "at most 2 a week", "Mon 9:00–20:00");
        colleague.turns();
        soon(() -> assertThat(words(row(service.name()))).contains("at most 2 a week"));
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsSent() {
        visit(admin).opens("admin/services");
        press(row(service.name()), "Edit…");
        write(field("Name"), " ");
        write(number("Lasts"), 3);
        write(number("Seats"), null);
        write(number("Most a day"), 51);
        write(times().getFirst(), LocalTime.of(21, 0));
        press("Save");
        assertThat(field("Name").getErrorMessage()).isEqualTo("Please give a name of at most 120 characters.");
        assertThat(number("Lasts").getErrorMessage()).isEqualTo("A booking lasts between 5 and 720 minutes.");
        assertThat(number("Seats").getErrorMessage()).isEqualTo("A slot has between 1 and 500 seats.");
        assertThat(number("Most a day").isInvalid()).isTrue();
        assertThat(number("Players").isInvalid()).isFalse();
        assertThat(words(dialog())).contains("Monday: opening hours must end after they begin, on whole minutes.");
        assertThat(newest()).isEqualTo(service);
        write(number("Lasts"), 60);
        press("Save");
        assertThat(number("Lasts").isInvalid()).as("what was mended is no longer wrong").isFalse();
    }

    @Test
    void aNameThatASisterHasIsSaidBesideTheName() {
        ServiceInfo sister = school.service(service.resource(), Approval.AUTOMATIC);
        visit(admin).opens("admin/services");
        press(row(service.name()), "Edit…");
        write(field("Name"), sister.name());
        press("Save");
        assertThat(field("Name").getErrorMessage()).isEqualTo("That name is taken already. Please choose another one.");
    }

    @Test
    void e4AStaleSaveKeepsWhatWasWrittenAndSaysWhoChangedWhat() {
        AccountInfo colleague = school.admin();
        visit(admin).opens("admin/services");
        press(row(service.name()), "Edit…");
        write(number("Seats"), 4);
        edit(colleague, 7, 6);
        press("Save");
        assertThat(words(dialog())).contains("Nothing was saved, and what you wrote is still here.",
                colleague.displayName() + ", just now: the seats, the players");
        assertThat(number("Seats").getValue()).isEqualTo(4);
        assertThat(newest().capacity()).isEqualTo(7);

        press("Load the newest");
        assertThat(number("Seats").getValue()).isEqualTo(7);
        write(number("Seats"), 5);
        press("Save");
        _assertNoDialogs();
        assertThat(newest().capacity()).isEqualTo(5);
        assertThat(newest().players()).isEqualTo(6);
    }

    @Test
    void e4WhoKnowsWhatOthersChangedMaySaveTheirOwnOverIt() {
        visit(admin).opens("admin/services");
        press(row(service.name()), "Edit…");
        write(number("Seats"), 4);
        edit(school.admin(), 7, 12);
        press("Save");
        press("Save mine over it");
        _assertNoDialogs();
        assertThat(newest().capacity()).isEqualTo(4);
    }

    @Test
    void retiringShowsWhatIsToComeAndKeepsItUnlessToldOtherwise() {
        BookingDetails booking = desk.book(student, service, start);
        visit(admin).opens("admin/services");
        press(row(service.name()), "Retire…");
        assertThat(words(dialog())).contains("Retire " + service.name() + "?", "1 booking is still to come:", student.displayName());
        press("Retire");
        assertThat(notice()).isEqualTo(service.name() + " · " + service.resource().name() + " is retired.");
        assertThat(words(row(service.name()))).contains("Retired", "Offer again").doesNotContain("Retire…");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        press(row(service.name()), "Offer again");
        assertThat(words(row(service.name()))).contains("Retire…");
    }

    @Test
    void retiringCancelsWithAReasonThatTheStudentReads() {
        BookingDetails booking = desk.book(student, service, start);
        visit(admin).opens("admin/services");
        press(row(service.name()), "Retire…");
        choose(LiveBookings.CANCEL);
        press("Retire and cancel 1");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        write(_get(TextArea.class), "The ground is sold");
        press("Retire and cancel 1");
        assertThat(notice()).endsWith("is retired. 1 booking was cancelled and its student told.");
        assertThat(desk.inboxOf(student)).extracting(InboxMessage::reason).containsExactly("The ground is sold");
    }

    @Test
    void retiringStaysOpenOverAReasonThatIsTooLong() {
        desk.book(student, service, start);
        visit(admin).opens("admin/services");
        press(row(service.name()), "Retire…");
        choose(LiveBookings.CANCEL);
        write(_get(TextArea.class), "The ground is sold. ".repeat(20));
        press("Retire and cancel 1");
        assertThat(words(dialog())).contains("That text is too long: at most 300 characters");
        assertThat(_get(TextArea.class).getValue()).startsWith("The ground is sold.");
        write(_get(TextArea.class), "The ground is sold");
        press("Retire and cancel 1");
        _assertNoDialogs();
        assertThat(newest().retired()).isTrue();
    }

    @Test
    void e6RetiringWhoseAnswerIsUnknownIsRepeatedFromTheSameDialogUnderTheSameKey() {
        desk.book(student, service, start);
        visit(admin).opens("admin/services");
        press(row(service.name()), "Retire…");
        choose(LiveBookings.CANCEL);
        write(_get(TextArea.class), "The ground is sold");
        faults.at(Commit.LOST_AFTER_AND_DATABASE_GONE, () -> {
            press("Retire and cancel 1");
            return true;
        });
        assertThat(words(dialog())).contains("it is not known yet whether this was done");
        press("Retire and cancel 1");
        _assertNoDialogs();
        assertThat(notice()).endsWith("is retired. 1 booking was cancelled and its student told.");
    }

    @Test
    void retiringWhatAColleagueEditedMeanwhileSaysWhatTheyChanged() {
        AccountInfo colleague = school.admin();
        visit(admin).opens("admin/services");
        press(row(service.name()), "Retire…");
        edit(colleague, 7, 12);
        press("Retire");
        assertThat(notice()).isEqualTo("Somebody changed this service meanwhile, and nothing was done. "
                + colleague.displayName() + ", just now: the seats");
        assertThat(newest().retired()).isFalse();
    }

    private void edit(AccountInfo person, int seats, int players) {
        assertThat(school.as(person, () -> catalogue.edit(new EditService(service.id(), 1, service.name(), service.timing(), seats,
                players, service.approval(), service.limits(), service.hours()), CommandKey.fresh())))
                .isInstanceOf(CatalogueOutcome.Done.class);
    }

    private ServiceInfo newest() {
        return school.as(admin, catalogue::current).service(service.id());
    }

    private static ListItem card(String name) {
        return _get(ListItem.class, items -> items.withClasses("card").withPredicate(card -> words(card).contains(name)));
    }

    private static TextField field(String label) {
        return _get(TextField.class, fields -> fields.withLabel(label));
    }

    private static IntegerField number(String label) {
        return _get(IntegerField.class, fields -> fields.withLabel(label));
    }

    /** Opening times of the rows, in their order. */
    private static List<TimePicker> times() {
        return _find(TimePicker.class, pickers -> pickers.withLabel("From"));
    }

    @SuppressWarnings("unchecked")
    private static void choose(LiveBookings what) {
        write(_get(RadioButtonGroup.class), what);
    }
}
