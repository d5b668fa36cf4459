package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.mentorportal.account.AccountLinks;
import org.mentorportal.account.InviteAccount;
import org.mentorportal.account.LinkOutcome;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.ui.Warning;

/** Gives somebody an account, and then shows the link with which they choose their password. */
final class InviteDialog extends Dialog {

    private final AccountTexts texts;
    private final AccountLinks links;
    private final Runnable invited;
    private final TextField name = new TextField();
    private final TextField email = new TextField();
    private final RoleChoice roles;
    private final Warning warning = new Warning();
    private final Sender<InviteAccount> sender = new Sender<>();

    /** @param invited runs when there is a new account */
    InviteDialog(AccountTexts texts, AccountLinks links, Runnable invited) {
        this.texts = texts;
        this.links = links;
        this.invited = invited;
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("accounts.invite-title"));
        name.setLabel(texts.get("accounts.name"));
        email.setLabel(texts.get("sign-in.email"));
        name.setWidthFull();
        email.setWidthFull();
        roles = new RoleChoice(texts.words);
        var fields = new Div(new Paragraph(texts.get("accounts.invite-line")), warning, name, email, roles);
        fields.addClassName("stack");
        add(fields);
        var invite = new Button(texts.get("accounts.invite-now"), click -> invite());
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("accounts.leave"), click -> close()), invite);
        name.focus();
    }

    private void invite() {
        LinkOutcome outcome = sender.send(new InviteAccount(email.getValue(), name.getValue(), roles.getValue()), links::invite);
        outcome.refusal().ifPresent(why -> warning.say(texts.refusal(why)));
        if (outcome instanceof LinkOutcome.Made made) {
            LinkDialog.show(this, texts, made);
            invited.run();
        }
    }
}
