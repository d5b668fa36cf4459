package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import org.mentorportal.account.OwnPassword;
import org.mentorportal.account.PasswordOutcome;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.Warning;

/** A person changes their own password; the current one is asked for, so that an open screen is not enough. */
final class PasswordDialog extends Dialog {

    private final AccountTexts texts;
    private final OwnPassword passwords;
    private final PasswordField current = new PasswordField();
    private final NewPasswordField next;
    private final Warning warning = new Warning();

    PasswordDialog(AccountTexts texts, OwnPassword passwords) {
        this.texts = texts;
        this.passwords = passwords;
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("password.change-title"));
        current.setLabel(texts.get("password.current"));
        current.setWidthFull();
        current.getElement().setAttribute("autocomplete", "current-password");
        next = new NewPasswordField(texts.words);
        var fields = new Div(new Paragraph(texts.get("password.change-line")), warning, current, next);
        fields.addClassName("stack");
        add(fields);
        var change = new Button(texts.get("password.choose"), click -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("accounts.leave"), click -> close()), change);
        current.focus();
    }

    private void change() {
        PasswordOutcome outcome = passwords.change(current.getValue(), next.getValue(), CommandKey.fresh());
        outcome.refusal().ifPresentOrElse(why -> warning.say(texts.refusal(why)), () -> {
            close();
            Notices.done(texts.get("password.changed"));
        });
    }
}
