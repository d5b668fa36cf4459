package org.mentorportal.app.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import java.util.List;
import org.mentorportal.shared.Words;

/** As the device has it, light, dark: each press goes on to the next; the browser remembers. */
final class ColorSchemeButton extends NativeButton {

    private static final String KEY = "portal.color-scheme";
    private static final List<ColorScheme.Value> SCHEMES =
            List.of(ColorScheme.Value.SYSTEM, ColorScheme.Value.LIGHT, ColorScheme.Value.DARK);

    private final Words words;
    private ColorScheme.Value current = ColorScheme.Value.SYSTEM;

    ColorSchemeButton(Words words) {
        this.words = words;
        addClassName("quiet");
        addClickListener(click -> choose(SCHEMES.get((SCHEMES.indexOf(current) + 1) % SCHEMES.size())));
        show(current);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        WebStorage.getItem(event.getUI(), WebStorage.Storage.LOCAL_STORAGE, KEY, stored -> SCHEMES.stream()
                .filter(scheme -> scheme.name().equals(stored)).findFirst().ifPresent(this::show));
    }

    private void choose(ColorScheme.Value scheme) {
        WebStorage.setItem(UI.getCurrent(), WebStorage.Storage.LOCAL_STORAGE, KEY, scheme.name());
        show(scheme);
    }

    private void show(ColorScheme.Value scheme) {
        current = scheme;
        setText(words.get("shell.scheme." + scheme.name()));
        if (UI.getCurrent() != null) {
            UI.getCurrent().getPage().setColorScheme(scheme);
        }
    }
}
