package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.mentorportal.account.FirstAdmin;
import org.mentorportal.account.LinkToken;
import org.mentorportal.account.PasswordOutcome;
import org.mentorportal.account.SetUp;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.Warning;

/** Where the first admin is made. As soon as there is anybody, there is no such page. */
@Route(value = "set-up", autoLayout = false)
@AnonymousAllowed
class SetUpView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

    private final FirstAdmin firstAdmin;
    private final Words words;
    private final RefusalWords refusals;
    private final PasswordField token = new PasswordField();
    private final TextField name = new TextField();
    private final TextField email = new TextField();
    private final NewPasswordField password;
    private final Warning warning = new Warning();
    private CommandKey key = CommandKey.fresh();

    SetUpView(FirstAdmin firstAdmin, Words words, RefusalWords refusals) {
        super(words);
        this.firstAdmin = firstAdmin;
        this.words = words;
        this.refusals = refusals;
        token.setLabel(words.get("set-up.token"));
        token.setHelperText(words.get("set-up.token-help"));
        token.getElement().setAttribute("autocomplete", "off");
        name.setLabel(words.get("accounts.name"));
        email.setLabel(words.get("sign-in.email"));
        email.getElement().setAttribute("autocomplete", "username");
        password = new NewPasswordField(words);
        token.setWidthFull();
        name.setWidthFull();
        email.setWidthFull();
        var make = new Button(words.get("set-up.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show(words.get("set-up.title"), new Paragraph(words.get("set-up.line")), warning, token, name, email, password, make);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdmin.isNeeded()) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void make() {
        PasswordOutcome outcome = firstAdmin.setUp(new SetUp(email.getValue(), name.getValue()), new LinkToken(token.getValue().strip()),
                password.getValue(), key);
        outcome.refusal().ifPresentOrElse(why -> {
            warning.say(refusals.of(why));
            key = CommandKey.fresh(); // nothing was done, and the next try may say something else
        }, this::done);
    }

    private void done() {
        show(words.get("set-up.done-title"), new Paragraph(words.get("set-up.done")),
                PageLink.asButton("login", words.get("link.sign-in"), true));
    }

    @Override
    public String getPageTitle() {
        return words.get("set-up.title");
    }
}
