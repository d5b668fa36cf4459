package org.mentorportal.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.EditAccount;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.mentorportal.support.PlantedFaults;
import org.mentorportal.support.PlantedFaults.Commit;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.access.AccessDeniedException;

/** Admins see to accounts; the people whose accounts they are choose their passwords. */
@ExtendWith(OutputCaptureExtension.class)
class AdministerAccountsTest extends ScreenTest {

    private static int number;

    @Autowired
    AccountAdministration accounts;
    @Autowired
    PlantedFaults faults;

    private AccountInfo admin;

    @BeforeEach
    void person() {
        admin = school.admin();
    }

    private static TextField field(String label) {
        return _get(TextField.class, fields -> fields.withPredicate(field -> label.equals(field.getLabel())));
    }

    private static void search(String text) {
        write(_find(TextField.class).getFirst(), text);
    }

    /** @return the link, as the path of a page */
    private String invite(String email) {
        visit(admin).opens("admin/accounts");
        press("Invite somebody…");
        write(field("Name"), "Nora Invited");
        write(field("E-mail address"), email);
        write(_get(RoleChoice.class), Set.of(Role.STUDENT));
        press("Invite");
        String link = field("Link").getValue();
        return link.substring(link.indexOf("invitation/"));
    }

    private static String newAddress() {
        return "screen" + ++number + "@test.school";
    }

    @Test
    void invitedPersonChoosesAPasswordThatTheAdminNeverSees() {
        String email = newAddress();
        String link = invite(email);
        assertThat(words(dialog())).contains("The link for Nora Invited", "The portal sends no mail. Hand the link over yourself", "good once, until");
        assertThat(_find(PasswordField.class)).isEmpty();
        press("I have it");
        search(email);
        assertThat(words(row(email))).contains("Invited", "Student", "New invitation…");

        visitOfAStranger();
        open(link);
        assertThat(words()).contains("Welcome", "Hello Nora Invited");
        assertThat(_get(PasswordField.class).getHelperText()).contains("At least 8 characters", "15 or more are recommended");
        write(_get(PasswordField.class), "password1");
        press("Choose this password");
        assertThat(words()).contains("among the first things that guessers try");
        write(_get(PasswordField.class), "seven grey ponies");
        press("Choose this password");
        assertThat(words()).contains("Your new password is good from now on", "To the sign-in page");
        open(link);
        assertThat(words()).contains("This link is over");

        visit(admin).opens("admin/accounts");
        search(email);
        assertThat(words(row(email))).contains("Active", "New password…");
    }

    @Test
    void x22AddressThatHasAnAccountIsRefusedInPlainWords() {
        visit(admin).opens("admin/accounts");
        press("Invite somebody…");
        press("Invite");
        assertThat(words(dialog())).contains("Please give an e-mail address");
        write(field("E-mail address"), school.student().email());
        write(field("Name"), "Nora Invited");
        press("Invite");
        assertThat(words(dialog())).contains("Please choose at least one role.");
        write(_get(RoleChoice.class), Set.of(Role.ADMIN));
        press("Invite");
        assertThat(words(dialog())).contains("There is already an account with that address.");
    }

    @Test
    void unknownUsedAndExpiredLinksShowTheSamePlainPage() {
        visitOfAStranger();
        open("reset/something");
        String page = words();
        assertThat(page).contains("This link is over");
        open("invitation/x");
        assertThat(words()).isEqualTo(page);
    }

    @Test
    void newRolesAreSavedAndAStaleSaveIsTold() {
        AccountInfo person = school.student();
        visit(admin).opens("admin/accounts");
        search(person.email());
        press(row(person.email()), "Edit…");
        AccountInfo other = school.admin();
        school.as(other, () -> accounts.edit(new EditAccount(person.id(), 1, "Nora New", Set.of(Role.STUDENT)), CommandKey.fresh()));
        write(_get(RoleChoice.class), Set.of(Role.STUDENT, Role.MENTOR));
        press("Save");
        assertThat(words(dialog())).contains("what you wrote is still here", other.displayName(), "the name");
        assertThat(_get(RoleChoice.class).getValue()).contains(Role.MENTOR);
        press("Save mine over it");
        assertThat(words(row(person.email()))).contains("Student", "Mentor", person.displayName());
    }

    @Test
    void e6SaveWhoseAnswerIsUnknownIsRepeatedUnderTheSameKey() {
        AccountInfo person = school.student();
        visit(admin).opens("admin/accounts");
        search(person.email());
        press(row(person.email()), "Edit…");
        write(_get(RoleChoice.class), Set.of(Role.STUDENT, Role.MENTOR));
        faults.at(Commit.LOST_AFTER_AND_DATABASE_GONE, () -> {
            press("Save");
            return true;
        });
        assertThat(words(dialog())).contains("it is not known yet whether this was done");
        press("Save");
        assertThat(notice()).isEqualTo(person.displayName() + ": saved.");
    }

    @Test
    void disablingAsksFirstAndIsSeenOnOtherAdminsScreens() {
        AccountInfo person = school.mentor();
        var mine = visit(admin).opens("admin/accounts");
        search(person.email());
        var others = visit(school.admin()).opens("admin/accounts");
        search(person.email());
        mine.turns();
        press(row(person.email()), "Disable…");
        assertThat(words(dialog())).contains("signed out everywhere at once", "Their sessions, services and mentees stay theirs");
        press("Disable");
        assertThat(notice()).isEqualTo(person.displayName() + " is signed out everywhere and can no longer sign in.");
        others.turns();
        soon(() -> assertThat(words(row(person.email()))).contains("Disabled", "Enable"));
        press(row(person.email()), "Enable");
        assertThat(notice()).isEqualTo(person.displayName() + ": enabled again.");
        assertThat(words(row(person.email()))).contains("Active");
    }

    @Test
    void searchFindsNobodyOrThem() {
        visit(admin).opens("admin/accounts");
        search("nobody is called like this");
        assertThat(rows()).isEmpty();
        assertThat(words()).contains("Nobody is called that.");
    }

    @Test
    void x14RoleRemovedWhileViewOpenIsDeniedAtTheNextClick(CapturedOutput log) {
        AccountInfo person = school.person(Role.ADMIN, Role.STUDENT);
        visit(person).opens("admin/accounts");
        press("Invite somebody…");
        write(field("Name"), "Nora Invited");
        write(field("E-mail address"), newAddress());
        write(_get(RoleChoice.class), Set.of(Role.ADMIN));
        school.as(admin, () -> accounts.edit(new EditAccount(person.id(), 1, person.displayName(), Set.of(Role.STUDENT)), CommandKey.fresh()));
        assertThat(catchThrowable(() -> press("Invite"))).isInstanceOf(AccessDeniedException.class);
        assertThat(log.getOut()).as("V16.3.2").contains("account " + person.id() + " denied: AccountLinks.invite");
    }

    @Test
    void x4NobodyElseComesToTheScreen() {
        visit(school.principal());
        assertThat(words()).doesNotContain("Accounts");
        assertThat(catchThrowable(() -> open("admin/accounts"))).isNotNull();
    }
}
