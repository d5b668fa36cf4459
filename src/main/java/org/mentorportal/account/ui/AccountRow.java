package org.mentorportal.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.mentorportal.account.AccountDetails;
import org.mentorportal.shared.ui.Chip;

/** One account: who, as what, whether they come in, and what can be done about it. */
final class AccountRow extends ListItem {

    AccountRow(AccountTexts texts, AccountDetails account, AccountActions actions) {
        var name = new Span(account.displayName());
        name.addClassName("strong");
        var title = new Div(name);
        title.addClassName("titled");
        account.roles().stream().sorted().forEach(role -> title.add(new Chip(texts.words.of(role), Chip.Tone.OFF)));
        var email = new Span(account.email());
        email.addClassName("muted");
        var state = new Div(texts.chip(account.state()));
        state.addClassName("titled");
        if (account.secondFactor()) {
            state.add(new Chip(texts.get("accounts.second-factor"), Chip.Tone.OK));
        }
        var text = new Div(title, email, state);
        text.addClassName("text");
        addClassName("row");
        add(text, actions);
    }
}
