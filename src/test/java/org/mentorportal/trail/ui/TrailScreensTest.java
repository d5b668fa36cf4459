package org.mentorportal.trail.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

class TrailScreensTest extends ScreenTest {

    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;

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
        assertThat(rows()).allSatisfy(row -> assertThat(words(row)).contains(student.displayName()));
        write(_get(TextField.class, fields -> fields.withLabel("Whose name contains")), "nobody has this name");
        assertThat(words()).contains("There is nothing here that fits.");
    }

    @Test
    void studentReadsTheirBookingsTrailAndHowItStoodBefore() {
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, school.service(), school.in(5, "10:00"));
        done(desk.reject(school.principal(), booking, "Floodlights are broken"));
        visit(student);
        open("my-bookings");
        press("History");
        open("trail?about=booking:" + booking.id());
        assertThat(words()).contains("Trail of Booking " + booking.id(), "rejected", "Floodlights are broken", "As it was Status Rejected");

        write(_get(DateTimePicker.class), LocalDateTime.now(school.zone()).minusDays(1));
        assertThat(words()).contains("It was not there yet.");
    }

    @Test
    void foreignAndUnknownSubjectsAreNotThere() {
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));
        visit(school.student());
        for (String about : new String[] {"booking:" + booking.id(), "booking:999999999", "booking", "<b>:1"}) {
            open("trail?about=" + about);
            assertThat(words()).as(about).doesNotContain("asked for").contains("not");
        }
    }

    @Test
    void menteesTrailIsAClickAway() {
        Mentoring.Scene scene = mentoring.scene();
        mentoring.noShow(scene, 1);
        visit(scene.mentor());
        open("trail?about=enrolment:" + scene.enrolment().id());
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
}
