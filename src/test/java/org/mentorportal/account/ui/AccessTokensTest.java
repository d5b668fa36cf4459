package org.mentorportal.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.follow;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.TokenHolders;
import org.mentorportal.support.PlantedFaults;
import org.mentorportal.support.PlantedFaults.Commit;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A person makes access tokens for their programs, and revokes them. */
class AccessTokensTest extends ScreenTest {

    @Autowired
    TokenHolders holders;
    @Autowired
    PlantedFaults faults;

    private AccountInfo student;

    @BeforeEach
    void person() {
        student = school.student();
        visit(student).opens("settings");
    }

    /** @return the secret, which the dialog shows */
    private static String make(String name) {
        press("New access token…");
        write(_get(TextField.class), name);
        press("Make it");
        return _get(TextField.class).getValue();
    }

    @Test
    void settingsAreReachedFromEveryPage() {
        open("my-bookings");
        follow(UI.getCurrent(), "Settings");
        assertThat(words()).contains("Access tokens", "You have no access token.");
    }

    @Test
    void newTokenShowsItsSecretOnceAndLetsItsProgramIn() {
        String secret = make("league import");
        assertThat(words(dialog())).contains("Copy it now", "never be shown again");
        assertThat(_get(TextField.class).isReadOnly()).isTrue();
        assertThat(dialog().isCloseOnEsc()).as("lost by a slip").isFalse();
        assertThat(dialog().isCloseOnOutsideClick()).isFalse();
        assertThat(holders.signIn(secret)).isPresent();
        press("Copy");
        assertThat(words(dialog())).contains("Copied");
        press("I have it");
        _assertNoDialogs();
        assertThat(words(row("league import"))).contains("made just now", "valid until");
        assertThat(words()).doesNotContain(secret);
        open("settings");
        assertThat(words()).contains("league import").doesNotContain(secret);
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasWrittenIsKept() {
        press("New access token…");
        press("Make it");
        assertThat(words(dialog())).contains("Please give the access token a name, at most 80 characters.");
        write(_get(TextField.class), "league import");
        write(_get(IntegerField.class), 400);
        press("Make it");
        assertThat(words(dialog())).contains("An access token is valid for 1 to 365 days.");
        write(_get(IntegerField.class), 7);
        press("Make it");
        assertThat(_get(TextField.class).getValue()).startsWith("mp_");
    }

    @Test
    void e6NameMendedWhileTheFirstAnswerIsUnknownIsAnotherToken() {
        press("New access token…");
        write(_get(TextField.class), "league import");
        faults.at(Commit.LOST_AFTER_AND_DATABASE_GONE, () -> {
            press("Make it");
            return true;
        });
        assertThat(words(dialog())).contains("it is not known yet whether this was done");
        write(_get(TextField.class), "cup import");
        press("Make it");
        assertThat(holders.signIn(_get(TextField.class).getValue())).isPresent();
    }

    @Test
    void revokingAsksFirstAndEndsTheTokenAtOnce() {
        String secret = make("league import");
        press("I have it");
        press(row("league import"), "Revoke…");
        assertThat(words(dialog())).contains("Revoke league import?");
        press("Keep it");
        assertThat(holders.signIn(secret)).isPresent();
        press(row("league import"), "Revoke…");
        press("Revoke it");
        assertThat(notice()).isEqualTo("league import is revoked; no program gets in with it any more.");
        assertThat(holders.signIn(secret)).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void nobodySeesAnothersTokens() {
        make("league import");
        press("I have it");
        visit(school.admin()).opens("settings");
        assertThat(words()).doesNotContain("league import").contains("You have no access token.");
    }

    @Test
    void slowedSignInSaysForHowLong() {
        visitOfAStranger();
        open("login?wait=61");
        assertThat(words()).contains("Passwords were tried too often. Please try again in 2 minutes.");
        open("login?wait=1e9");
        assertThat(words()).doesNotContain("tried too often");
    }
}
