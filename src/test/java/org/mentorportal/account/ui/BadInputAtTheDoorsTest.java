package org.mentorportal.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.AccountLinks;
import org.mentorportal.account.FirstAdmin;
import org.mentorportal.account.LinkOutcome;
import org.mentorportal.account.MakeLink;
import org.mentorportal.account.Step;
import org.mentorportal.account.TestSignIn;
import org.mentorportal.command.CommandKey;
import org.mentorportal.input.BadInput;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;
import org.mentorportal.support.Log;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** V1.2.1, X28: the doors' own forms, which stand open for a moment only, take every class of bad input like all others. */
class BadInputAtTheDoorsTest extends ScreenTest {

    private static final int LONG = 10_000;

    @Autowired
    AccountLinks links;
    @Autowired
    FirstAdmin firstAdmin;
    @Autowired
    TestSignIn signIn;
    @Autowired
    Words texts;
    @Autowired
    RefusalWords refusals;

    private int tried;

    @Test
    void v121X28EveryFieldOfTheDoorsTakesEveryClassOfBadInput() {
        AccountInfo student = school.student();
        List<String> log = Log.during(() -> {
            everyClass(this::invitation);
            everyClass(this::setUp);
            everyClass(bad -> code(student, bad));
            everyClass(this::turnOff);
        });
        System.out.printf("BAD INPUT at the doors: 7 fields of 4 forms x %d classes = %d tries%n", BadInput.values().length, tried);
        assertThat(tried).isEqualTo(7 * BadInput.values().length);
        assertThat(log).noneMatch(line -> line.contains(BadInput.MARK) || line.contains("forged line") || line.contains("fault "));
    }

    private static void everyClass(Consumer<BadInput> form) {
        Stream.of(BadInput.values()).forEach(form);
    }

    private void type(TextFieldBase<?, String> field, BadInput bad, String button) {
        tried++;
        write(field, bad.text(LONG));
        press(button);
        assertThat(words()).isNotBlank();
    }

    private void invitation(BadInput bad) {
        AccountInfo admin = school.admin();
        AccountInfo invited = school.student();
        var link = (LinkOutcome.Made) school.as(admin, () -> links.make(new MakeLink(invited.id()), CommandKey.fresh()));
        visit(invited);
        open(link.address().replaceAll(".*/(invitation|reset)/", "$1/"));
        type(_get(PasswordField.class), bad, "Choose this password");
    }

    /** As if nobody were there yet; that somebody is, the database says at the end. */
    private void setUp(BadInput bad) {
        for (int field = 0; field < 4; field++) {
            visit(school.student());
            UI.getCurrent().add(new SetUpView(firstAdmin, texts, refusals));
            List<TextFieldBase<?, String>> fields = Stream.<TextFieldBase<?, String>>concat(_find(PasswordField.class).stream(), _find(TextField.class).stream()).toList();
            assertThat(fields).hasSize(4);
            write(fields.getFirst(), firstAdmin.issue().text());
            write(fields.get(1), "seven grey ponies in a row");
            write(fields.get(2), "Somebody");
            write(fields.get(3), "somebody@test.school");
            type(fields.get(field), bad, texts.get("set-up.make"));
        }
    }

    private void code(AccountInfo student, BadInput bad) {
        visit(signIn.of(student, Step.CODE));
        open("second-factor");
        type(_get(CodeField.class), bad, "Go in");
    }

    private void turnOff(BadInput bad) {
        visit(school.student()).opens("settings");
        press("Set up a second factor…");
        write(_get(CodeField.class), signIn.codeOf(_get(TextField.class, fields -> fields.withPredicate(field -> "Key".equals(field.getLabel()))).getValue()));
        press("Turn it on");
        press("I have kept them");
        press("Do without the second factor…");
        type(_get(CodeField.class), bad, "Do without it");
    }
}
