package org.mentorportal.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.StayEnd;
import org.mentorportal.account.Step;
import org.mentorportal.account.TestSignIn;
import org.mentorportal.support.School;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The second factor and one's own password, as their person sees them. */
class SignInWithMoreTest extends ScreenTest {

    @Autowired
    TestSignIn signIn;

    /** Types what an app with the key on the screen would show. */
    private void typeCode() {
        write(_get(CodeField.class), signIn.codeOf(_get(TextField.class, fields ->
                fields.withPredicate(field -> "Key".equals(field.getLabel()))).getValue()));
    }

    private static List<String> recoveryCodes() {
        return _find(ListItem.class).stream().map(item -> words(item)).filter(text -> text.matches("[A-Z2-7-]{29}")).toList();
    }

    @Test
    void whoMustHaveASecondFactorIsLedToItAndToNothingElse() {
        AccountInfo principal = school.principal();
        visit(signIn.of(principal, Step.SET_UP));
        assertThat(words()).contains("What you may do here needs more than a password").doesNotContain("Approvals");
        open("approvals");
        assertThat(words()).contains("A second factor");
        write(_get(CodeField.class), "000000");
        press("Turn it on");
        assertThat(words()).contains("That code does not fit");
        typeCode();
        press("Turn it on");
        assertThat(words()).contains("each is good once, and they are never shown again");
        assertThat(recoveryCodes()).hasSize(8);
        open("approvals");
        assertThat(words()).contains("Approvals");
    }

    @Test
    void codeIsAskedForAfterThePassword() {
        AccountInfo student = school.student();
        visit(student).opens("settings");
        press("Set up a second factor…");
        typeCode();
        press("Turn it on");
        String recovery = recoveryCodes().getFirst();
        press("I have kept them");
        assertThat(words()).contains("You sign in with your password and a code");

        visit(signIn.of(student, Step.CODE));
        open("my-bookings");
        assertThat(words()).contains("One more step").doesNotContain("Settings");
        write(_get(CodeField.class), "123456");
        press("Go in");
        assertThat(words()).contains("That code does not fit, or was used before.");
        write(_get(CodeField.class), recovery);
        press("Go in");
        open("my-bookings");
        assertThat(words()).contains("Settings");
    }

    @Test
    void secondFactorIsTakenAwayWithACode() {
        visit(school.student()).opens("settings");
        press("Set up a second factor…");
        typeCode();
        press("Turn it on");
        String recovery = recoveryCodes().getFirst();
        press("I have kept them");
        press("Do without the second factor…");
        press("Do without it");
        assertThat(words(dialog())).contains("That code does not fit");
        write(_get(CodeField.class), recovery);
        press("Do without it");
        assertThat(notice()).contains("password alone");
        assertThat(words()).contains("Set up a second factor…");
    }

    @Test
    void ownPasswordIsChangedByWhoeverKnowsIt() {
        visit(school.student()).opens("settings");
        press("Change password…");
        List<PasswordField> fields = _find(PasswordField.class);
        write(fields.getFirst(), "a guess");
        write(fields.getLast(), "seven grey ponies");
        press("Choose this password");
        assertThat(words(dialog())).contains("That is not your current password.");
        write(fields.getFirst(), School.PASSWORD);
        press("Choose this password");
        assertThat(notice()).contains("Your new password is good");
        open("settings");
        assertThat(words()).as("this session goes on").contains("Change password…");
    }

    @Test
    void signInPageSaysWhyASessionEnded() {
        visitOfAStranger();
        for (StayEnd end : StayEnd.values()) {
            open("login?left=" + end);
            assertThat(words()).containsPattern("sign|session");
        }
        open("login?left=CHANGED");
        assertThat(words()).contains("Your roles, your password or your second factor have changed");
        open("login?left=<script>");
        assertThat(words()).doesNotContain("script", "have changed");
    }
}
