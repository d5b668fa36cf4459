package org.mentorportal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.mentorportal.shared.Languages;
import org.mentorportal.shared.ReadersLanguage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A screen speaks the language that was chosen in its browser, or that it asks for, for as long as it is open; pushed words too. */
@Component
@Order(1)
class ScreenLanguage implements ReadersLanguage, VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(opened -> Optional.ofNullable(VaadinServletRequest.getCurrent())
                .ifPresent(request -> opened.getUI().setLocale(Languages.of(request))));
        event.addIndexHtmlRequestListener(page -> page.getDocument().getElementsByTag("html")
                .attr("lang", Languages.of((VaadinServletRequest) page.getVaadinRequest()).getLanguage()));
    }

    @Override
    public Optional<Locale> language() {
        return Optional.ofNullable(UI.getCurrent()).map(UI::getLocale).filter(Languages.ALL::contains);
    }

    /** For a year of this browser, from the next screen on that it opens: this one is opened anew, other tabs stay as they are. */
    static void choose(Locale language, UI ui) {
        ui.getPage().executeJs("""
                document.cookie = $0 + '=' + $1 + '; Path=/; Max-Age=31536000; SameSite=Lax' + (location.protocol === 'https:' ? '; Secure' : '');
                location.reload();""", Languages.COOKIE, language.getLanguage());
    }
}
