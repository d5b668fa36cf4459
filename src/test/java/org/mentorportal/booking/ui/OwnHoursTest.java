package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditHours;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.School;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentor says when their own services can be booked. */
class OwnHoursTest extends BookingScreenTest {

    @Autowired
    CatalogueService catalogue;

    private AccountInfo mentor;
    private ServiceInfo talk;

    @BeforeEach
    void aMentorWithATalk() {
        mentor = school.mentor();
        talk = school.service(school.resourceOf(mentor), Approval.AUTOMATIC);
    }

    @Test
    void theListHasTheirOwnServicesAndNobodyElses() {
        visit(mentor).opens("hours");
        assertThat(words(row(talk.name()))).contains("Mon, Tue, Wed, Thu, Fri, Sat, Sun 8:00–20:00", "60 minutes", "Change hours…");
        assertThat(words()).doesNotContain(service.name());
    }

    @Test
    void whoOffersNothingIsToldWhoAddsAService() {
        visit(school.mentor()).opens("hours");
        assertThat(words()).contains("You offer no service yet. An admin adds one for you");
    }

    @Test
    void savedHoursHoldOnOpenScreensAndWhatIsBookedStays() {
        BookingDetails early = desk.book(student, talk, school.in(5, "08:00"));
        Visit admin = visit(school.admin()).opens("admin/services");
        visit(mentor).opens("hours");
        press(row(talk.name()), "Change hours…");
        assertThat(words(dialog())).contains("Hours of " + talk.name(), "Bookings that exist stay as they are");
        write(opens().getFirst(), LocalTime.of(9, 30));
        press("Save");

        assertThat(notice()).isEqualTo("The hours of " + talk.name() + " were saved; every open screen shows them already.");
        assertThat(words(row(talk.name()))).contains("Mon 9:30–20:00 · Tue, Wed");
        assertThat(desk.statusOf(early)).isEqualTo(BookingStatus.APPROVED);
        admin.turns();
        soon(() -> assertThat(words(row(talk.name()))).contains("Mon 9:30–20:00"));
    }

    @Test
    void whatIsWrongIsSaidBesideTheHoursAndNothingIsSaved() {
        visit(mentor).opens("hours");
        press(row(talk.name()), "Change hours…");
        write(opens().getFirst(), LocalTime.of(21, 0));
        press("Save");
        assertThat(words(dialog())).contains("Monday: opening hours must end after they begin, on whole minutes.");
        write(opens().getFirst(), null);
        press("Save");
        assertThat(words(dialog())).contains("Please fill in weekday, from, to and valid from of every row, or remove it.");
        assertThat(newest()).isEqualTo(talk);

        write(opens().getFirst(), LocalTime.of(8, 0));
        press("Save");
        _assertNoDialogs();
        assertThat(notice()).isEqualTo("It was so already; nothing was changed.");
    }

    @Test
    void e4AStaleSaveKeepsWhatWasWrittenAndSaysWhoChangedWhat() {
        AccountInfo admin = school.admin();
        visit(mentor).opens("hours");
        press(row(talk.name()), "Change hours…");
        write(opens().getFirst(), LocalTime.of(9, 0));
        assertThat(school.as(admin, () -> catalogue.edit(new EditHours(talk.id(), talk.version(), afternoons()), CommandKey.fresh())))
                .isInstanceOf(CatalogueOutcome.Done.class);
        press("Save");
        assertThat(words(dialog())).contains("Nothing was saved, and what you wrote is still here.",
                admin.displayName() + ", just now: the opening hours");
        assertThat(opens().getFirst().getValue()).isEqualTo(LocalTime.of(9, 0));

        press("Load the newest");
        assertThat(opens().getFirst().getValue()).isEqualTo(LocalTime.of(14, 0));
        write(opens().getFirst(), LocalTime.of(13, 0));
        press("Save");
        _assertNoDialogs();
        assertThat(newest().hours().getFirst().opens()).isEqualTo(LocalTime.of(13, 0));
    }

    private static List<Hours> afternoons() {
        return School.allWeek("14:00", "20:00");
    }

    private ServiceInfo newest() {
        return school.as(mentor, catalogue::current).service(talk.id());
    }

    /** Opening times of the rows, in their order. */
    private static List<TimePicker> opens() {
        return _find(TimePicker.class, pickers -> pickers.withLabel("From"));
    }
}
