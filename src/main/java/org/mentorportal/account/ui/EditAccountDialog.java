package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountDetails;
import org.mentorportal.account.AdministrationOutcome;
import org.mentorportal.account.EditAccount;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.ui.FormWarning;

/** Name and roles of an account. When somebody changed it meanwhile, what was written here stays, and the admin chooses. */
final class EditAccountDialog extends Dialog {

    private final AccountTexts texts;
    private final AccountAdministration accounts;
    private final Consumer<AdministrationOutcome> ended;
    private final TextField name = new TextField();
    private final RoleChoice roles;
    private final FormWarning warning;
    private final Sender<EditAccount> sender = new Sender<>();
    private AccountDetails edited;

    EditAccountDialog(AccountTexts texts, AccountAdministration accounts, AccountDetails edited, Consumer<AdministrationOutcome> ended) {
        this.texts = texts;
        this.accounts = accounts;
        this.edited = edited;
        this.ended = ended;
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("accounts.edit-title", edited.displayName()));
        name.setLabel(texts.get("accounts.name"));
        name.setWidthFull();
        roles = new RoleChoice(texts.words);
        warning = new FormWarning(texts::get);
        var fields = new Div(new Paragraph(texts.get("accounts.edit-line", edited.email())), warning, name, roles);
        fields.addClassName("stack");
        add(fields);
        load(edited);
        var save = new Button(texts.get("accounts.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("accounts.leave"), click -> close()), save);
    }

    private void load(AccountDetails account) {
        edited = account;
        name.setValue(account.displayName());
        roles.setValue(account.roles());
    }

    private void save() {
        warning.hide();
        AdministrationOutcome outcome = sender.send(new EditAccount(edited.id(), edited.version(), name.getValue(), roles.getValue()),
                accounts::edit);
        switch (outcome) {
            case AdministrationOutcome.NotDone no -> warning.say(texts.refusal(no.why()));
            case AdministrationOutcome.Stale newer -> show(newer);
            case AdministrationOutcome.Done done -> leave(done);
            case AdministrationOutcome.AlreadySo already -> leave(already);
        }
    }

    private void leave(AdministrationOutcome outcome) {
        close();
        ended.accept(outcome);
    }

    private void show(AdministrationOutcome.Stale newer) {
        warning.sayChanged(texts.get("accounts.stale"), texts.changes(newer.since()), () -> load(newer.current()), () -> {
            edited = newer.current();
            save();
        });
    }
}
