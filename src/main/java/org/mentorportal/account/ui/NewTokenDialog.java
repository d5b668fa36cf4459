package org.mentorportal.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.MakeToken;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.account.TokenSecret;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;

/** Asks for a name and a time, then shows the token's secret: this once, until the person says that they have it. */
final class NewTokenDialog extends Dialog {

    private static final int USUAL_DAYS = 90;

    private final AccessTokenService tokens;
    private final Words words;
    private final RefusalWords refusals;
    private final Runnable made;
    private final TextField name = new TextField();
    private final IntegerField days = new IntegerField();
    private final Paragraph refused = new Paragraph();
    private final Button make = new Button();
    private final Sender<MakeToken> sender = new Sender<>();

    /** @param made runs when there is a new token */
    NewTokenDialog(AccessTokenService tokens, Words words, RefusalWords refusals, Runnable made) {
        this.tokens = tokens;
        this.words = words;
        this.refusals = refusals;
        this.made = made;
        addClassName("portal-dialog");
        setHeaderTitle(words.get("tokens.new-title"));
        name.setLabel(words.get("tokens.name"));
        name.setHelperText(words.get("tokens.name-help"));
        name.setMaxLength(80);
        days.setLabel(words.get("tokens.days"));
        days.setHelperText(words.get("tokens.days-help", AccessTokenService.MOST_DAYS));
        days.setMin(1);
        days.setMax(AccessTokenService.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(USUAL_DAYS);
        refused.addClassName("verdict-no");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        var fields = new Div(name, days, refused);
        fields.addClassName("stack");
        add(fields);
        make.setText(words.get("tokens.make"));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.addClickListener(click -> make());
        make.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(words.get("tokens.not-now"), click -> close()), make);
        name.focus();
    }

    private void make() {
        int asked = days.getValue() == null ? 0 : days.getValue();
        TokenOutcome outcome = sender.send(new MakeToken(name.getValue(), asked), tokens::make);
        if (outcome instanceof TokenOutcome.Made done) {
            show(done.secret());
            made.run();
        } else {
            refused.setText(refusals.of(outcome.refusal().orElseThrow()));
            refused.setVisible(true);
        }
    }

    private void show(TokenSecret secret) {
        removeAll();
        getFooter().removeAll();
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setHeaderTitle(words.get("tokens.made-title"));
        var text = new TextField(words.get("tokens.secret"));
        text.setValue(secret.text());
        text.setReadOnly(true);
        text.setAutoselect(true);
        text.addClassName("secret");
        var copied = new Paragraph();
        copied.getElement().setAttribute("role", "status");
        var copy = new Button(words.get("tokens.copy"), click -> {
            text.focus();
            text.getElement().executeJs("this.inputElement.select(); navigator.clipboard?.writeText(this.value)");
            copied.setText(words.get("tokens.copy-done"));
        });
        copy.setId("copy-token");
        var shown = new Div(new Paragraph(words.get("tokens.made-text")), text, copy, copied);
        shown.addClassName("stack");
        add(shown);
        var have = new Button(words.get("tokens.have-it"), click -> close());
        have.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(have);
        text.focus();
    }
}
