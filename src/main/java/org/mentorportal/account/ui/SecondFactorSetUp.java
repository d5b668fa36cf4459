package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.mentorportal.account.SecondFactorOffer;
import org.mentorportal.account.SecondFactorOutcome;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.ui.Warning;

/** Setting up a second factor: the secret for the app, a code from it, and then the recovery codes. */
final class SecondFactorSetUp extends Div {

    private final AccountTexts texts;
    private final SecondFactorService factors;
    private final SecondFactorOffer offer;
    private final Runnable done;
    private final CodeField code;
    private final Warning warning = new Warning();
    private CommandKey key = CommandKey.fresh();

    /** @param done runs when the person has the recovery codes */
    SecondFactorSetUp(AccountTexts texts, SecondFactorService factors, Runnable done) {
        this.texts = texts;
        this.factors = factors;
        this.done = done;
        this.offer = factors.offer();
        addClassName("stack");
        var secret = new TextField(texts.get("factor.key"));
        secret.setValue(offer.text());
        secret.setReadOnly(true);
        secret.addClassName("secret");
        code = new CodeField(texts.get("factor.code"));
        var turnOn = new Button(texts.get("factor.turn-on"), click -> turnOn());
        turnOn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(texts.get("factor.set-up-line")), new CodePicture(offer.address(texts.get("shell.name")), texts.get("factor.picture")),
                secret, warning, code, turnOn);
    }

    private void turnOn() {
        SecondFactorOutcome outcome = factors.turnOn(offer, code.getValue(), key);
        key = key.again();
        outcome.refusal().ifPresent(why -> warning.say(texts.refusal(why)));
        if (outcome instanceof SecondFactorOutcome.On(List<String> codes)) {
            show(codes);
        }
    }

    private void show(List<String> codes) {
        removeAll();
        var list = new UnorderedList(codes.stream().map(ListItem::new).toArray(ListItem[]::new));
        list.addClassNames("recovery-codes", "secret");
        var have = new Button(texts.get("factor.have-codes"), click -> done.run());
        have.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(texts.get("factor.codes-line")), list, have);
    }
}
