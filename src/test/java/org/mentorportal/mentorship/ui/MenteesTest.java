package org.mentorportal.mentorship.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.button;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.follow;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.Person;
import org.mentorportal.account.ui.PersonField;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Mentors find their mentees, admins all; they enrol students, with a weekly plan. */
class MenteesTest extends ScreenTest {

    @Autowired
    Mentoring mentoring;

    private Mentoring.Scene scene;

    @BeforeEach
    void aMentee() {
        scene = mentoring.scene();
    }

    @Test
    void eachRowSaysHowAMenteeStands() {
        mentoring.noShows(scene, 2);
        visit(scene.mentor()).opens("mentees");
        assertThat(words(row(scene.student().displayName()))).contains(scene.cycle().name() + " · lead mentor "
                + scene.mentor().displayName(), "2 of 3 warnings", "Active", "Open");
    }

    @Test
    void c4WhoReachesTheLimitComesFirstByItself() {
        AccountInfo other = school.student();
        var of = new Mentoring.Scene(scene.admin(), scene.mentor(), other, scene.talk(), scene.training(), scene.cycle(),
                mentoring.enrolled(scene.cycle(), other, scene.mentor()));
        visit(scene.mentor()).opens("mentees");
        assertThat(words(rows().getFirst())).contains(scene.student().displayName());
        mentoring.noShows(of, 3);
        soon(() -> assertThat(words(rows().getFirst())).contains(other.displayName(), "3 of 3 warnings", "Your decision", "Decide…"));
        assertThat(words()).contains("1 mentee waits for your decision", "To decide (1)");
        press("To decide (1)");
        assertThat(rows()).hasSize(1);
        press("Paused (0)");
        assertThat(words()).contains("Nobody is suspended or unsubscribed.");
    }

    @Test
    void aMentorSeesTheirOwnMenteesOnlyAndAnAdminAll() {
        Mentoring.Scene other = mentoring.scene();
        visit(scene.mentor()).opens("mentees");
        assertThat(words()).contains(scene.student().displayName()).doesNotContain(other.student().displayName());
        visit(scene.admin()).opens("mentees");
        List.of(scene, other).forEach(one -> {
            write(_get(TextField.class), one.cycle().name());
            assertThat(words()).contains(one.student().displayName());
        });
    }

    @Test
    void aLongListIsDrawnInParts() {
        school.students(51).forEach(one -> mentoring.enrolled(scene.cycle(), one, scene.mentor()));
        visit(scene.mentor()).opens("mentees");
        assertThat(rows()).hasSize(50);
        assertThat(words()).contains("All (52)");
        press("Show more (2 not shown)");
        assertThat(rows()).hasSize(52);
        press("Paused (0)");
        press("All (52)");
        assertThat(rows()).as("from the beginning").hasSize(50);
        press("Show more (2 not shown)");
        write(_get(TextField.class), "Test student");
        assertThat(rows()).as("of what is searched for, too").hasSize(50);
    }

    @Test
    void whatOneSearchesForIsLeft() {
        visit(scene.admin()).opens("mentees");
        List.of(scene.cycle().name(), scene.student().displayName(), scene.mentor().displayName()).forEach(name -> {
            write(_get(TextField.class), name.toUpperCase());
            assertThat(rows()).as(name).hasSize(1);
        });
        write(_get(TextField.class), "%");
        assertThat(words()).as("what is typed is no pattern").contains("Nothing fits that.");
    }

    @Test
    void theGroupsAreCountedWhateverOneSearchesFor() {
        AccountInfo other = school.student();
        mentoring.enrolled(scene.cycle(), other, scene.mentor());
        mentoring.unsubscribe(scene.mentor(), scene, "asked to");
        visit(scene.mentor()).opens("mentees");
        write(_get(TextField.class), other.displayName());
        assertThat(rows()).hasSize(1);
        assertThat(words()).contains("All (2)", "To decide (0)", "Paused (1)").doesNotContain("not shown");
        press("Paused (1)");
        assertThat(words()).contains("Nothing fits that.");
    }

    @Test
    void whoHasNoMenteeIsToldWhatToDo() {
        visit(school.mentor()).opens("mentees");
        assertThat(words()).contains("No mentee yet. Enrol a student in a cycle to begin.");
    }

    @Test
    void aMentorEnrolsAStudentWithAPlanAndComesToTheirPage() {
        AccountInfo student = school.student();
        visit(scene.mentor()).opens("mentees");
        press("Enrol a student…");
        press(dialog(), "Enrol");
        assertThat(cycle().isInvalid()).as("there are more cycles than one").isTrue();
        assertThat(people("Student").getErrorMessage()).isEqualTo("Please choose the student.");
        write(cycle(), scene.cycle());
        write(people("Student"), person(student));
        press("Add a time");
        press(dialog(), "Enrol");
        assertThat(words(dialog())).contains("Please choose service, day and time of each, or remove it.");
        write(service(), scene.talk());
        write(weekday(), DayOfWeek.TUESDAY);
        write(_get(TimePicker.class), LocalTime.of(10, 0));
        press(dialog(), "Enrol");
        _assertNoDialogs();
        assertThat(words()).contains(student.displayName(), "0 of 3 warnings", "Tuesday, 10:00", scene.talk().name());
    }

    @Test
    void anAdminSaysWhoLeads() {
        AccountInfo student = school.student();
        visit(scene.admin()).opens("mentees");
        press("Enrol a student…");
        write(cycle(), scene.cycle());
        write(people("Student"), person(student));
        press(dialog(), "Enrol");
        assertThat(people("Lead mentor").getErrorMessage()).isEqualTo("Please choose who decides about the student.");
        write(people("Lead mentor"), person(scene.mentor()));
        press(dialog(), "Enrol");
        assertThat(words()).contains(student.displayName(), "lead mentor " + scene.mentor().displayName());
    }

    @Test
    void whoIsEnrolledAlreadyIsNotEnrolledTwice() {
        visit(scene.mentor()).opens("mentees");
        press("Enrol a student…");
        write(cycle(), scene.cycle());
        write(people("Student"), person(scene.student()));
        press(dialog(), "Enrol");
        assertThat(words(dialog())).contains("enrolled before; nothing was changed");
    }

    @Test
    void aPlanThatIsRefusedIsMendedWhileTheStudentStaysEnrolled() {
        AccountInfo student = school.student();
        visit(scene.mentor()).opens("mentees");
        press("Enrol a student…");
        write(cycle(), scene.cycle());
        write(people("Student"), person(student));
        press("Add a time");
        write(service(), scene.talk());
        write(_get(TimePicker.class), LocalTime.of(10, 0));
        press("Add a time");
        List<PlanRow> plan = _find(PlanRow.class);
        write(weekday(plan.getLast()), DayOfWeek.MONDAY);
        write(_get(plan.getLast(), TimePicker.class), LocalTime.of(10, 30));
        press(dialog(), "Enrol");
        assertThat(words(dialog())).contains("is enrolled, but the plan was not saved", "overlap on Monday");
        assertThat(people("Student").isReadOnly()).isTrue();
        press(plan.getLast(), "Remove");
        press(dialog(), "Enrol");
        _assertNoDialogs();
        assertThat(words()).contains("Monday, 10:00");
    }

    @Test
    void theListLeadsToAMenteesPage() {
        visit(scene.mentor()).opens("mentees");
        follow(row(scene.student().displayName()), "Open");
        assertThat(words()).contains("0 of 3 warnings", "Weekly plan", "Attendance");
        assertThat(((HasEnabled) button("Edit plan…")).isEnabled()).isTrue();
    }

    private static Person person(AccountInfo account) {
        return new Person(account.id(), account.displayName(), account.email());
    }

    private static PersonField people(String label) {
        return _get(PersonField.class, fields -> fields.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static Select<CycleInfo> cycle() {
        return _get(Select.class, selects -> selects.withLabel("Cycle"));
    }

    @SuppressWarnings("unchecked")
    private static Select<ServiceInfo> service() {
        return _get(Select.class, selects -> selects.withLabel("Service"));
    }

    private static Select<DayOfWeek> weekday() {
        return weekday(dialog());
    }

    @SuppressWarnings("unchecked")
    private static Select<DayOfWeek> weekday(Component part) {
        return _get(part, Select.class, selects -> selects.withLabel("Day"));
    }
}
