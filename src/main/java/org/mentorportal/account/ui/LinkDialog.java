package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.mentorportal.account.AccountDetails;
import org.mentorportal.account.AccountLinks;
import org.mentorportal.account.AccountState;
import org.mentorportal.account.LinkOutcome;
import org.mentorportal.account.MakeLink;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.ui.Warning;

/** Starts a reset, or invites anew: says first what it does, and then shows the link. */
final class LinkDialog extends Dialog {

    private final AccountTexts texts;
    private final Warning warning = new Warning();
    private final Sender<MakeLink> sender = new Sender<>();

    LinkDialog(AccountTexts texts, AccountLinks links, AccountDetails account, Runnable made) {
        this.texts = texts;
        addClassName("portal-dialog");
        boolean invited = account.state() == AccountState.INVITED;
        setHeaderTitle(texts.get(invited ? "accounts.again-title" : "accounts.reset-title", account.displayName()));
        var content = new Div(new Paragraph(texts.get(invited ? "accounts.again-line" : "accounts.reset-line")), warning);
        content.addClassName("stack");
        add(content);
        var make = new Button(texts.get("accounts.make-link"), click -> make(links, account, made));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("accounts.leave"), click -> close()), make);
    }

    private void make(AccountLinks links, AccountDetails account, Runnable after) {
        LinkOutcome outcome = sender.send(new MakeLink(account.id()), links::make);
        outcome.refusal().ifPresent(why -> warning.say(texts.refusal(why)));
        if (outcome instanceof LinkOutcome.Made made) {
            show(this, texts, made);
            after.run();
        }
    }

    /** Nothing closes {@code dialog} any more but the person's word that they have the link. */
    static void show(Dialog dialog, AccountTexts texts, LinkOutcome.Made made) {
        dialog.removeAll();
        dialog.getFooter().removeAll();
        dialog.setCloseOnEsc(false);
        dialog.setCloseOnOutsideClick(false);
        dialog.setHeaderTitle(texts.get("accounts.link-title", made.account().displayName()));
        dialog.add(new LinkPanel(texts, made));
        var have = new Button(texts.get("tokens.have-it"), click -> dialog.close());
        have.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(have);
    }
}
