package org.mentorportal.mentorship.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** An admin says which cycles there are: adds and edits them. */
class CyclesTest extends ScreenTest {

    @Autowired
    Mentoring mentoring;
    @Autowired
    CycleService cycles;

    private AccountInfo admin;

    @BeforeEach
    void anAdmin() {
        admin = school.admin();
    }

    @Test
    void aNewCycleIsAddedAndOpenListsFollow() {
        ServiceInfo service = school.service();
        String name = "Cycle " + UUID.randomUUID();
        Visit colleague = visit(school.admin()).opens("admin/cycles");
        visit(admin).opens("admin/cycles");
        press("New cycle…");
        write(name(), name);
        write(limit(), 4);
        write(services(), Set.of(service));
        press("Save");
        _assertNoDialogs();
        assertThat(words(row(name))).contains("Running", "asks at 4 no-shows", service.name(), "Edit…");
        colleague.turns();
        soon(() -> assertThat(words(row(name))).contains(service.name()));
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        visit(admin).opens("admin/cycles");
        press("New cycle…");
        write(day("Last day"), null);
        write(limit(), null);
        press("Save");
        assertThat(day("Last day").getErrorMessage()).isEqualTo("Please choose a day.");
        assertThat(limit().getErrorMessage()).isEqualTo("Please give a number.");
        write(day("Last day"), day("First day").getValue().minusDays(1));
        write(limit(), 21);
        press("Save");
        assertThat(name().getErrorMessage()).contains("at most 120 characters");
        write(name(), "Cycle " + UUID.randomUUID());
        press("Save");
        assertThat(name().isInvalid()).as("what was mended is no longer wrong").isFalse();
        assertThat(day("Last day").getErrorMessage()).contains("must not be before its first");
        write(day("Last day"), day("First day").getValue().plusDays(9));
        press("Save");
        assertThat(limit().getErrorMessage()).isEqualTo("The no-show limit is between 1 and 20.");
        dialog();
    }

    @Test
    void aServiceThatIsInAnotherCycleThenIsSaidBesideTheServices() {
        ServiceInfo service = school.service();
        CycleInfo other = mentoring.cycle(admin, service);
        visit(admin).opens("admin/cycles");
        press("New cycle…");
        write(name(), "Cycle " + UUID.randomUUID());
        write(services(), Set.of(service));
        press("Save");
        assertThat(services().getErrorMessage()).contains(service.name() + " belongs to " + other.name());
    }

    @Test
    void aNameThatIsTakenIsSaidBesideTheName() {
        CycleInfo other = mentoring.cycle(admin, school.service());
        visit(admin).opens("admin/cycles");
        press("New cycle…");
        write(name(), other.name());
        press("Save");
        assertThat(name().getErrorMessage()).isEqualTo("That name is taken already. Please choose another one.");
    }

    @Test
    void e4AStaleSaveKeepsWhatWasWrittenAndSaysWhoChangedWhat() {
        CycleInfo cycle = mentoring.cycle(admin, school.service());
        AccountInfo colleague = school.admin();
        visit(admin).opens("admin/cycles");
        press(row(cycle.name()), "Edit…");
        write(limit(), 5);
        edit(colleague, cycle, 7);
        press("Save");
        assertThat(words(dialog())).contains("Nothing was saved, and what you wrote is still here.",
                colleague.displayName() + ", just now: the no-show limit");
        assertThat(limit().getValue()).isEqualTo(5);
        press("Load the newest");
        assertThat(limit().getValue()).isEqualTo(7);
        write(limit(), 6);
        press("Save");
        _assertNoDialogs();
        assertThat(words(row(cycle.name()))).contains("asks at 6 no-shows");
    }

    @Test
    void e4WhoKnowsWhatOthersChangedMaySaveTheirOwnOverIt() {
        CycleInfo cycle = mentoring.cycle(admin, school.service());
        visit(admin).opens("admin/cycles");
        press(row(cycle.name()), "Edit…");
        write(limit(), 5);
        edit(school.admin(), cycle, 7);
        press("Save");
        press("Save mine over it");
        _assertNoDialogs();
        assertThat(words(row(cycle.name()))).contains("asks at 5 no-shows");
    }

    private void edit(AccountInfo person, CycleInfo cycle, int limit) {
        school.as(person, () -> cycles.edit(new EditCycle(cycle.id(), cycle.version(), cycle.name(), cycle.firstDay(), cycle.lastDay(), limit,
                cycle.serviceIds()), CommandKey.fresh()));
    }

    private static TextField name() {
        return _get(TextField.class, fields -> fields.withLabel("Name"));
    }

    private static IntegerField limit() {
        return _get(IntegerField.class, fields -> fields.withLabel("No-show limit"));
    }

    private static DatePicker day(String label) {
        return _get(DatePicker.class, days -> days.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<ServiceInfo> services() {
        return _get(MultiSelectComboBox.class);
    }
}
