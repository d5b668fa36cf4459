package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff close a ground, a mentor closes themselves; what stands in the way is shown first. */
class CloseGroundTest extends BookingScreenTest {

    @Autowired
    ClosureService closures;

    @BeforeEach
    void theDayAfterTomorrow() {
        start = school.in(2, "10:00");
    }

    @Test
    void closingShowsWhatItCancelsAndOnlyThenCancelsItAndTellsTheStudent() {
        BookingDetails inside = desk.book(student, service, start);
        BookingDetails after = desk.book(school.student(), service, start.plus(Duration.ofHours(2)));
        visit(principal).opens("closures");
        fill(service.resource(), start, start.plus(Duration.ofHours(2)), "The pipes burst");
        press("See what it cancels");
        assertThat(words(dialog())).contains("Close and cancel 1 booking?", service.resource().name(),
                span(start, 1) + ", " + title() + ", " + student.displayName()).doesNotContain(span(after.start(), 1));
        assertThat(desk.statusOf(inside)).isEqualTo(BookingStatus.PENDING);
        press("Close and cancel 1");
        assertThat(notice()).isEqualTo("Closed. 1 booking was cancelled and its student told.");
        assertThat(desk.statusOf(inside)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(desk.statusOf(after)).isEqualTo(BookingStatus.PENDING);
        assertThat(desk.inboxOf(student)).extracting(InboxMessage::reason).containsExactly("The pipes burst");
        assertThat(words(row(service.resource().name() + " "))).contains(span(start, 2), "The pipes burst",
                "closed by " + principal.displayName() + ", just now");
    }

    @Test
    void aClosureInNobodysWaySaysSo() {
        visit(principal).opens("closures");
        fill(service.resource(), start, start.plus(Duration.ofHours(2)), "The pipes burst");
        press("See what it cancels");
        assertThat(words(dialog())).contains("Close?", "No booking is in the way.");
        press("Close");
        assertThat(notice()).isEqualTo("Closed.");
    }

    @Test
    void fromThePreviewOneCanGoBackWithNothingClosed() {
        BookingDetails booking = desk.book(student, service, start);
        visit(principal).opens("closures");
        fill(service.resource(), start, start.plus(Duration.ofHours(2)), "The pipes burst");
        press("See what it cancels");
        press("Back");
        assertThat(words(dialog())).contains("New closure");
        assertThat(reason().getValue()).isEqualTo("The pipes burst");
        press("Leave it");
        _assertNoDialogs();
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        assertThat(rows()).noneMatch(row -> words(row).contains(service.resource().name() + " "));
    }

    @Test
    void withoutAPlaceATimeOrAReasonThereIsNoPreview() {
        visit(principal).opens("closures");
        press("New closure…");
        write(reason(), "The pipes burst");
        press("See what it cancels");
        assertThat(words(dialog())).contains("New closure", "Please fill in what, when and why.");
        write(place(), new ClosedPlace(service.resource(), service.resource().name()));
        write(reason(), " ");
        press("See what it cancels");
        assertThat(words(dialog())).contains("New closure", "Please fill in what, when and why.");
    }

    @Test
    void aClosureThatEndsBeforeItBeginsIsRefused() {
        visit(principal).opens("closures");
        fill(service.resource(), start, start.minus(Duration.ofHours(1)), "The pipes burst");
        press("See what it cancels");
        assertThat(words(dialog())).contains("New closure", "The end must be after the beginning.");
    }

    @Test
    void aClosureThatIsOverAlreadyIsRefused() {
        visit(principal).opens("closures");
        fill(service.resource(), school.in(-2, "10:00"), school.in(-2, "12:00"), "The pipes burst");
        press("See what it cancels");
        press("Close");
        assertThat(words(dialog())).contains("New closure", "That time is over already.");
    }

    @Test
    void openGridsAndOtherStaffSeeAClosureAndItsLiftingByThemselves() {
        Visit colleague = visit(school.principal()).opens("closures");
        Visit watching = visit(student).opens("book/" + service.id() + "?week=" + formats.dayOf(start));
        visit(principal).opens("closures");
        fill(service.resource(), start, start.plus(Duration.ofHours(2)), "The pipes burst");
        press("See what it cancels");
        press("Close");
        watching.turns();
        soon(() -> assertThat(words(cell())).isEqualTo("Closed The pipes burst"));
        colleague.turns();
        soon(() -> row(service.resource().name() + " "));
        press(row(service.resource().name() + " "), "Lift…");
        assertThat(words(dialog())).contains("Lift this closure?", service.resource().name(), span(start, 2),
                "The time can be booked again.");
        press("Lift it");
        assertThat(notice()).isEqualTo("Closure lifted. The time can be booked again.");
        assertThat(rows()).noneMatch(row -> words(row).contains(service.resource().name() + " "));
        watching.turns();
        soon(() -> assertThat(words(cell())).isEqualTo("Free Book"));
    }

    @Test
    void liftingWhatAColleagueLiftedMeanwhileSaysSo() {
        close(principal, service.resource());
        Visit colleague = visit(school.principal()).opens("closures");
        press(row(service.resource().name() + " "), "Lift…");
        visit(principal).opens("closures");
        press(row(service.resource().name() + " "), "Lift…");
        press("Lift it");
        colleague.turns();
        press("Lift it");
        assertThat(notice()).isEqualTo("That closure was lifted before.");
    }

    @Test
    void aMentorClosesAndSeesOnlyThemselves() {
        AccountInfo mentor = school.mentor();
        ResourceInfo own = school.resourceOf(mentor);
        ServiceInfo talk = school.service(own, Approval.MENTOR);
        BookingDetails booking = desk.book(student, talk, start);
        close(principal, service.resource());
        visit(mentor).opens("closures");
        assertThat(rows()).isEmpty();
        assertThat(words()).contains("Nothing is closed, now or later.");
        press("New closure…");
        assertThat(place().getListDataView().getItems()).containsExactly(new ClosedPlace(own, own.name()));
        assertThat(place().getValue()).isEqualTo(new ClosedPlace(own, own.name()));
        times(start, start.plus(Duration.ofHours(1)));
        write(reason(), "A conference");
        press("See what it cancels");
        press("Close and cancel 1");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.CANCELLED);
        assertThat(words(row(own.name()))).contains("A conference");
    }

    @Test
    void aMentorWhoCannotBeBookedHasNothingToClose() {
        visit(school.mentor()).opens("closures");
        assertThat(buttons(UI.getCurrent(), "New closure…")).isEmpty();
    }

    @Test
    void aPrincipalCanCloseAnyResourceAndTheWholeSchool() {
        visit(principal).opens("closures");
        press("New closure…");
        assertThat(place().getListDataView().getItems()).extracting(ClosedPlace::name)
                .contains("The whole school", service.resource().name());
    }

    private void close(AccountInfo person, ResourceInfo resource) {
        school.as(person, () -> closures.close(new CloseResource(resource.id(), start, start.plus(Duration.ofHours(2)), "Works"), CommandKey.fresh()));
    }

    private void fill(ResourceInfo resource, Instant from, Instant to, String why) {
        press("New closure…");
        write(place(), new ClosedPlace(resource, resource.name()));
        times(from, to);
        write(reason(), why);
    }

    private void times(Instant from, Instant to) {
        write(picker("From"), LocalDateTime.ofInstant(from, formats.zone()));
        write(picker("Until"), LocalDateTime.ofInstant(to, formats.zone()));
    }

    private String title() {
        return service.name() + " · " + service.resource().name();
    }

    private String span(Instant from, int hours) {
        return formats.daySpan(from, from.plus(Duration.ofHours(hours)));
    }

    private SlotCell cell() {
        return _get(SlotCell.class, cells -> cells.withId("slot-" + start.getEpochSecond()));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<ClosedPlace> place() {
        return _get(ComboBox.class);
    }

    private static DateTimePicker picker(String label) {
        return _get(DateTimePicker.class, pickers -> pickers.withLabel(label));
    }

    private static TextField reason() {
        return _get(TextField.class, fields -> fields.withLabel("Reason"));
    }
}
