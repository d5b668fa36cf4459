package org.mentorportal.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.mentorportal.account.LinkKind;
import org.mentorportal.account.LinkPage;
import org.mentorportal.account.LinkToken;
import org.mentorportal.account.PasswordLinks;
import org.mentorportal.account.PasswordOutcome;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.Warning;

/** Where an invitation or a reset leads: the person chooses a password. Opening it changes nothing, also twice or by a mail scanner. */
@Route(value = "invitation/:token", autoLayout = false)
@RouteAlias(value = "reset/:token", autoLayout = false)
@AnonymousAllowed
class PasswordLinkView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

    private final PasswordLinks links;
    private final Words words;
    private final RefusalWords refusals;
    private final NewPasswordField password;
    private final Warning warning = new Warning();
    private CommandKey key = CommandKey.fresh();
    private String title = "";

    PasswordLinkView(PasswordLinks links, Words words, RefusalWords refusals) {
        super(words);
        this.links = links;
        this.words = words;
        this.refusals = refusals;
        this.password = new NewPasswordField(words);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = new LinkToken(event.getRouteParameters().get("token").orElse(""));
        links.look(token).ifPresentOrElse(page -> ask(page, token), this::over);
    }

    private void ask(LinkPage page, LinkToken token) {
        title = words.get(page.kind() == LinkKind.INVITATION ? "link.invitation-title" : "link.reset-title");
        var email = new TextField(words.get("sign-in.email"));
        email.setValue(page.email());
        email.setReadOnly(true);
        email.setWidthFull();
        email.getElement().setAttribute("autocomplete", "username");
        var choose = new Button(words.get("password.choose"), click -> choose(token));
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        choose.addClickShortcut(Key.ENTER);
        show(title, new Paragraph(words.get("link.line", page.displayName())), warning, email, password, choose);
        password.focus();
    }

    private void choose(LinkToken token) {
        PasswordOutcome outcome = links.choose(token, password.getValue(), key);
        key = key.again();
        outcome.refusal().ifPresentOrElse(why -> warning.say(refusals.of(why)), this::done);
    }

    private void done() {
        password.clear();
        show(words.get("link.done-title"), new Paragraph(words.get("link.done")), toSignIn());
    }

    private void over() {
        title = words.get("link.over-title");
        show(title, new Paragraph(words.get("link.over")), toSignIn());
    }

    private PageLink toSignIn() {
        return PageLink.asButton("login", words.get("link.sign-in"), true);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
