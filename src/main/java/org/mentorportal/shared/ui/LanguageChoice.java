package org.mentorportal.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import org.mentorportal.shared.Languages;
import org.mentorportal.shared.Words;

/** The portal's languages, each by its own name; the one that is spoken cannot be pressed. */
public final class LanguageChoice extends Div {

    public LanguageChoice(Words words) {
        addClassName("languages");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.get("language.label"));
        Languages.ALL.forEach(language -> add(button(language, language.equals(words.locale()))));
    }

    private static Button button(Locale language, boolean spoken) {
        String name = language.getDisplayLanguage(language);
        var button = new Button(name.substring(0, 1).toUpperCase(language) + name.substring(1));
        button.getElement().setAttribute("lang", language.getLanguage());
        button.getElement().setAttribute("aria-pressed", Boolean.toString(spoken));
        button.setEnabled(!spoken);
        button.addClickListener(click -> button.getUI().ifPresent(ui -> ScreenLanguage.choose(language, ui)));
        return button;
    }
}
