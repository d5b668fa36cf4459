package org.mentorportal.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.LanguageChoice;

/** A page before one is inside: the portal's name, what is asked, and one card to do it on. */
abstract class Doorway extends Main {

    private final Div card = new Div();
    private final Words words;

    Doorway(Words words) {
        this.words = words;
        addClassName("sign-in");
        card.addClassName("card");
        add(card, new LanguageChoice(words));
    }

    final void show(String title, Component... content) {
        card.removeAll();
        card.add(brand(words), new H1(title));
        card.add(content);
    }

    static Component brand(Words words) {
        var brand = new Div(new Span(), new Span(words.get("shell.name")));
        brand.addClassName("brand");
        return brand;
    }
}
