package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BiConsumer;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountDetails;
import org.mentorportal.account.AccountLinks;
import org.mentorportal.account.AccountState;
import org.mentorportal.account.AdministrationOutcome;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.account.SwitchAccount;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Notices;

/** What an admin can do about one account, in its state. */
final class AccountActions extends Div {

    private final AccountAdministration accounts;
    private final SecondFactorService factors;
    private final AccountTexts texts;
    private final AccountDetails account;
    private final BiConsumer<AdministrationOutcome, String> ended;
    private final Runnable changed;

    /** @param changed runs when something changed that has no outcome of its own */
    AccountActions(AccountAdministration accounts, AccountLinks links, SecondFactorService factors, AccountTexts texts, AccountDetails account,
                   BiConsumer<AdministrationOutcome, String> ended, Runnable changed) {
        this.accounts = accounts;
        this.factors = factors;
        this.texts = texts;
        this.account = account;
        this.ended = ended;
        this.changed = changed;
        addClassName("side-of-row");
        button("accounts.edit", () -> new EditAccountDialog(texts, accounts, account, outcome -> ended.accept(outcome, "accounts.saved")).open());
        if (account.state() == AccountState.DISABLED) {
            button("accounts.enable", () -> switchTo(true));
            return;
        }
        button(account.state() == AccountState.INVITED ? "accounts.again" : "accounts.reset", () -> new LinkDialog(texts, links, account, changed).open());
        if (account.secondFactor()) {
            button("accounts.factor", this::askAboutSecondFactor);
        }
        button("accounts.disable", this::askAboutDisabling).addClassName("grave");
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key), click -> action.run());
        button.setAriaLabel(texts.get(key + "-spoken", account.displayName()));
        add(button);
        return button;
    }

    private void askAboutDisabling() {
        String consequence = texts.get(account.roles().contains(Role.MENTOR) ? "accounts.disable-mentor" : "accounts.disable-text");
        new GraveDialog(texts.get("accounts.disable-title", account.displayName()), new Paragraph(consequence), texts.get("accounts.keep"),
                texts.get("accounts.disable-now"), () -> switchTo(false)).open();
    }

    private void switchTo(boolean enabled) {
        ended.accept(accounts.switchTo(new SwitchAccount(account.id(), account.version(), enabled), CommandKey.fresh()),
                enabled ? "accounts.enabled-now" : "accounts.disabled-now");
    }

    private void askAboutSecondFactor() {
        new GraveDialog(texts.get("accounts.factor-title", account.displayName()), new Paragraph(texts.get("accounts.factor-text")),
                texts.get("accounts.keep"), texts.get("accounts.factor-now"), this::takeSecondFactor).open();
    }

    private void takeSecondFactor() {
        factors.turnOff(account.id(), CommandKey.fresh()).refusal().ifPresentOrElse(why -> Notices.refused(texts.refusal(why)),
                () -> Notices.done(texts.get("accounts.factor-gone", account.displayName())));
        changed.run();
    }
}
