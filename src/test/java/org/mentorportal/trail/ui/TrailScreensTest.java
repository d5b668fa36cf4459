package org.mentorportal.trail.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Screen.button;
import static org.mentorportal.support.Screen.follow;
import static org.mentorportal.support.Screen.link;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.NotFoundError;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.audit.Seal;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.trail.SealOutcome;
import org.mentorportal.trail.SealService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrailScreensTest extends ScreenTest {

    @Autowired
    Clock clock;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    SealService seals;
    @Autowired
    JdbcClient jdbc;

    @Test
    void f1PrincipalReadsTheSchoolsTrailAndFindsAPerson() {
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        BookingDetails booking = desk.book(student, school.service(), school.in(5, "10:00"));
        done(desk.approve(principal, booking));
        visit(principal);
        open("trail");
        assertThat(rows()).hasSize(50);
        press("Show older");
        assertThat(rows()).hasSize(100);

        write(_get(TextField.class, fields -> fields.withLabel("Whose name contains")), student.displayName());
        assertThat(words()).contains(principal.displayName() + " approved " + student.displayName() + "'s booking");
        assertThat(rows()).as("of the request, its approval, the session, the place, the account").hasSize(5);
        write(_get(TextField.class, fields -> fields.withLabel("Whose name contains")), "nobody has this name");
        assertThat(words()).contains("There is nothing here that fits.");
    }

    @Test
    void daysTheWrongWayRoundAreCalledSo() {
        visit(school.principal());
        open("trail");
        LocalDate today = LocalDate.now(school.zone());
        DatePicker until = _get(DatePicker.class, fields -> fields.withLabel("To, inclusive"));
        write(until, today.minusDays(3));
        write(_get(DatePicker.class, fields -> fields.withLabel("From")), today);
        assertThat(until.isInvalid()).isTrue();
        assertThat(until.getErrorMessage()).isEqualTo("This day is before the first.");
        write(until, today);
        assertThat(until.isInvalid()).isFalse();
    }

    @Test
    void studentReadsTheirBookingsTrailAndHowItStoodBefore() {
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, school.service(), school.in(5, "10:00"));
        done(desk.reject(school.principal(), booking, "Floodlights are broken"));
        visit(student);
        open("my-bookings");
        press("History");
        follow(row(booking.service().name()), "Trail");
        assertThat(words()).contains("Trail of Booking " + booking.id(), "rejected", "Floodlights are broken", "As it was Status Rejected");

        write(_get(DateTimePicker.class), LocalDateTime.now(school.zone()).minusDays(1));
        assertThat(words()).contains("It was not there yet.");
    }

    @Test
    void foreignAndUnknownSubjectsAreNotThere() {
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));
        visit(school.student());
        for (String about : new String[] {"booking:" + booking.id(), "booking:999999999", "booking", "<b>:1"}) {
            assertThatThrownBy(() -> open("trail?about=" + about)).as(about).isInstanceOf(NotFoundError.class);
        }
    }

    @Test
    void menteesTrailIsAClickAway() {
        Mentoring.Scene scene = mentoring.scene();
        mentoring.noShow(scene, 1);
        visit(scene.mentor());
        open("mentees/" + scene.enrolment().id());
        follow(UI.getCurrent(), "Trail of this enrolment");
        assertThat(words()).contains("enrolled " + scene.student().displayName(), "a warning", "As it was Status");
        assertThat(_find(TextField.class)).as("nobody else to look for").isEmpty();
    }

    @Test
    void f2AdminChecksAndSealsTheTrail() {
        visit(school.admin());
        open("admin/trail");
        press("Make a seal");
        assertThat(words()).contains("portal-seal ");
        press("Check the trail");
        assertThat(words()).contains("The trail is whole: ");
    }

    @Test
    void f2TheExportHoldsEverySealThoughTheScreenShowsTheNewestHundred() {
        AccountInfo admin = school.admin();
        Seal first = sealed(admin);
        for (int n = 0; n < 100; n++) {
            sealed(admin);
        }
        visit(admin);
        open("admin/trail");
        assertThat(rows()).hasSize(100);
        assertThat(words()).doesNotContain(first.line());
        var file = new String(DownloadKt._download(link(UI.getCurrent(), "Export the seals")), StandardCharsets.UTF_8);
        assertThat(file.lines()).contains(first.line()).hasSize(jdbc.sql("select count(*) from audit_seal").query(Integer.class).single());
    }

    private Seal sealed(AccountInfo admin) {
        return ((SealOutcome.Sealed) school.as(admin, () -> seals.seal(CommandKey.fresh()))).seal();
    }

    @Test
    void aDoubleClickMakesOneSealAndTheNextClickAnother() {
        visit(school.admin());
        open("admin/trail");
        var make = (Button) button("Make a seal");
        assertThat(make.isDisableOnClick()).as("the browser takes no second click until there is an answer").isTrue();
        make.setEnabled(false); // as the browser does
        ComponentUtil.fireEvent(make, new ClickEvent<>(make));
        assertThat(make.isEnabled()).isTrue();
    }

    @Test
    void resourcesBookingsAreShownAsTheyWere() {
        AccountInfo student = school.student();
        Instant earlier = clock.instant().minus(Duration.ofMinutes(30));
        BookingDetails booking = PortalClock.at(earlier, () -> desk.book(student, school.service(), school.in(5, "10:00")));
        done(desk.reject(school.principal(), booking, "full"));
        visit(school.principal());
        open("trail?about=resource:" + booking.service().resource().id());
        assertThat(words()).contains("No booking was to come then.");

        write(_get(DateTimePicker.class), LocalDateTime.ofInstant(earlier.plus(Duration.ofMinutes(5)), school.zone()));
        assertThat(words()).contains("One booking was to come:", student.displayName() + " · Pending approval");
    }
}
