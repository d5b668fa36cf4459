package org.mentorportal.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.mentorportal.account.LinkKind;
import org.mentorportal.account.LinkOutcome;

/** A link that was just made, shown this once, to be handed to its person. */
final class LinkPanel extends Div {

    LinkPanel(AccountTexts texts, LinkOutcome.Made made) {
        addClassName("stack");
        var link = new TextField(texts.get("accounts.link"));
        link.setValue(made.address());
        link.setReadOnly(true);
        link.setAutoselect(true);
        link.addClassName("secret");
        var copied = new Paragraph();
        copied.getElement().setAttribute("role", "status");
        var copy = new Button(texts.get("tokens.copy"), click -> {
            link.getElement().executeJs("this.inputElement.select(); navigator.clipboard?.writeText(this.value)");
            copied.setText(texts.get("accounts.link-copied"));
        });
        add(new Paragraph(texts.get(made.kind() == LinkKind.INVITATION ? "accounts.link-invitation" : "accounts.link-reset",
                        made.account().displayName(), texts.formats.dayTime(made.expires()))),
                new Paragraph(texts.get("accounts.link-no-mail")), link, copy, copied);
        copy.focus();
    }
}
