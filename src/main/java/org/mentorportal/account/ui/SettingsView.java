package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.OwnPassword;
import org.mentorportal.account.RevokeToken;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.account.TokenInfo;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.LanguageChoice;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;

/** What a person sets for themselves: how they sign in, and the access tokens of their programs. */
@Route("settings")
@PermitAll
class SettingsView extends Div implements HasDynamicTitle {

    private final AccessTokenService tokens;
    private final Words words;
    private final Formats formats;
    private final RefusalWords refusals;
    private final KeyedList<TokenInfo> list = new KeyedList<>(TokenInfo::id);
    private final Div empty = new Div();

    SettingsView(AccessTokenService tokens, OwnPassword passwords, SecondFactorService factors, AccountTexts texts, Words words,
                 Formats formats, RefusalWords refusals) {
        this.tokens = tokens;
        this.words = words;
        this.formats = formats;
        this.refusals = refusals;
        var make = new Button(words.get("tokens.new"), click -> new NewTokenDialog(tokens, words, refusals, this::show).open());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setId("new-token");
        var bar = new Div(make);
        bar.addClassName("bar");
        list.addClassName("card");
        add(new PageHeader(words.get("settings.title"), words.get("settings.line")), new SignInPart(texts, passwords, factors),
                new H2(words.get("language.label")), new LanguageChoice(words), new H2(words.get("tokens.title")), bar, empty, list);
        show();
    }

    private void show() {
        List<TokenInfo> mine = tokens.mine();
        empty.removeAll();
        list.show(mine, this::row);
        if (mine.isEmpty()) {
            empty.add(new Empty(words.get("tokens.none")));
        }
    }

    private ListItem row(TokenInfo token) {
        var name = new Span(token.name());
        name.addClassName("strong");
        var life = new Span(words.get("tokens.life", formats.ago(token.madeAt()), formats.dayTime(token.expiresAt())));
        life.addClassName("muted");
        var text = new Div(name, life);
        text.addClassName("text");
        var revoke = new Button(words.get("tokens.revoke"), click -> ask(token));
        revoke.addClassName("grave");
        revoke.setAriaLabel(words.get("tokens.revoke-spoken", token.name()));
        var side = new Div(revoke);
        side.addClassName("side-of-row");
        var row = new ListItem(text, side);
        row.addClassName("row");
        return row;
    }

    private void ask(TokenInfo token) {
        new GraveDialog(words.get("tokens.revoke-title", token.name()), new Paragraph(words.get("tokens.revoke-text")),
                words.get("tokens.keep"), words.get("tokens.revoke-now"), () -> revoke(token)).open();
    }

    private void revoke(TokenInfo token) {
        TokenOutcome outcome = tokens.revoke(new RevokeToken(token.id()), CommandKey.fresh());
        outcome.refusal().ifPresentOrElse(why -> Notices.refused(refusals.of(why)),
                () -> Notices.done(words.get("tokens.revoked", token.name())));
        show();
    }

    @Override
    public String getPageTitle() {
        return words.get("settings.title");
    }
}
