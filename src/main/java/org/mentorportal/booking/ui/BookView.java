package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;

/** Step one of booking: a mentor's service, or a game and its ground. */
@Route("book")
@PermitAll
class BookView extends Div implements HasDynamicTitle {

    private final BookingTexts texts;
    private final Catalogue catalogue;
    private final Div results = new Div();
    private final String title;

    BookView(CatalogueService catalogue, BookingTexts texts, CurrentActor actor) {
        this.texts = texts;
        this.catalogue = catalogue.current();
        var search = new TextField();
        search.setPlaceholder(texts.get("book.search"));
        search.setAriaLabel(texts.get("book.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show(change.getValue()));
        search.addClassName("search");
        results.addClassName("choices");
        boolean student = actor.get().is(Role.STUDENT);
        title = texts.get(student ? "book.title" : "slots.title");
        add(new PageHeader(title, texts.get(student ? "book.line" : "slots.line")));
        if (student) {
            add(new Steps(texts, 1));
        }
        add(search, results);
        show("");
    }

    private void show(String wanted) {
        results.removeAll();
        for (ResourceKind kind : List.of(ResourceKind.GROUND, ResourceKind.MENTOR)) {
            List<Component> cards = catalogue.resources(kind).stream()
                    .filter(resource -> !matching(resource, wanted).isEmpty())
                    .map(resource -> card(resource, matching(resource, wanted))).toList();
            if (!cards.isEmpty()) {
                var list = new Div();
                list.addClassName("cards");
                list.add(cards);
                results.add(new Section(new H2(texts.get("book.kind." + kind)), list));
            }
        }
        if (results.getChildren().findAny().isEmpty()) {
            results.add(new Empty(texts.get(wanted.isBlank() ? "book.nothing" : "book.no-match")));
        }
    }

    private List<ServiceInfo> matching(ResourceInfo resource, String wanted) {
        String text = wanted.strip().toLowerCase(Locale.ROOT);
        List<ServiceInfo> services = catalogue.servicesOf(resource.id());
        return resource.name().toLowerCase(Locale.ROOT).contains(text) ? services
                : services.stream().filter(service -> service.name().toLowerCase(Locale.ROOT).contains(text)).toList();
    }

    private Component card(ResourceInfo resource, List<ServiceInfo> services) {
        var card = new Div(new H3(resource.name()));
        card.addClassNames("card", "choice");
        services.forEach(service -> {
            var name = new Span(service.name());
            var length = new Span(texts.formats().minutes(service.timing().duration()));
            length.addClassName("muted");
            card.add(new PageLink("book/" + service.id(), name, length));
        });
        return card;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
