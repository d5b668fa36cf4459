package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.mentorportal.account.OwnPassword;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.shared.ui.Notices;

/** How the person signs in: their password and their second factor. */
final class SignInPart extends Section {

    private final AccountTexts texts;
    private final SecondFactorService factors;
    private final Div factor = new Div();

    SignInPart(AccountTexts texts, OwnPassword passwords, SecondFactorService factors) {
        this.texts = texts;
        this.factors = factors;
        var change = new Button(texts.get("password.change"), click -> new PasswordDialog(texts, passwords).open());
        change.setId("change-password");
        var bar = new Div(change);
        bar.addClassName("bar");
        factor.addClassName("stack");
        add(new H2(texts.get("settings.sign-in")), bar, factor);
        show();
    }

    private void show() {
        boolean on = factors.isMineOn();
        var act = new Button(texts.get(on ? "factor.off" : "factor.set-up"), click -> (on ? new TurnOffDialog(texts, factors, this::ended) : setUp()).open());
        act.setId("second-factor");
        act.setVisible(!on || !factors.isMineRequired());
        var bar = new Div(act);
        bar.addClassName("bar");
        factor.removeAll();
        factor.add(new Paragraph(texts.get(on ? "factor.is-on" : "factor.is-off")), bar);
    }

    private Dialog setUp() {
        var dialog = new Dialog();
        dialog.addClassName("portal-dialog");
        dialog.setHeaderTitle(texts.get("factor.set-up-title"));
        dialog.setCloseOnOutsideClick(false);
        dialog.add(new SecondFactorSetUp(texts, factors, () -> {
            dialog.close();
            show();
        }));
        dialog.getFooter().add(new Button(texts.get("accounts.leave"), click -> {
            dialog.close();
            show();
        }));
        return dialog;
    }

    private void ended() {
        Notices.done(texts.get("factor.is-off"));
        show();
    }
}
