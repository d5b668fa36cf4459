package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueChanges;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.SearchText;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.SearchField;

/** Step one of booking: a mentor's service, or a game and its ground. */
@Route("book")
@PermitAll
class BookView extends Div implements HasDynamicTitle {

    private record Offer(ResourceInfo resource, List<ServiceInfo> services) {
    }

    private final BookingTexts texts;
    private final SearchField search;
    private final List<Kind> kinds = Stream.of(ResourceKind.GROUND, ResourceKind.MENTOR).map(Kind::new).toList();
    private final Div empty = new Div();
    private final String title;

    BookView(CatalogueService catalogue, BookingTexts texts, CurrentActor actor, LiveUpdates updates) {
        this.texts = texts;
        search = new SearchField(texts.get("book.search"));
        search.addClassName("search");
        var results = new Div();
        results.addClassName("choices");
        results.add(kinds.toArray(Component[]::new));
        results.add(empty);
        boolean student = actor.get().is(Role.STUDENT);
        title = texts.get(student ? "book.title" : "slots.title");
        add(new PageHeader(title, texts.get(student ? "book.line" : "slots.line")));
        if (student) {
            add(new Steps(texts, 1));
        }
        add(search, results);
        var live = LivePart.of(this, updates, Set.of(CatalogueChanges.CATALOGUE), catalogue::current, this::show);
        search.addValueChangeListener(change -> live.refresh());
    }

    private void show(Catalogue current) {
        kinds.forEach(kind -> kind.show(current));
        empty.removeAll();
        if (kinds.stream().noneMatch(Component::isVisible)) {
            empty.add(new Empty(texts.get(search.getValue().isBlank() ? "book.nothing" : "book.no-match")));
        }
    }

    /** What fits the search, of all grounds or all mentors. */
    private final class Kind extends Section {

        private final ResourceKind kind;
        private final H2 title = new H2();
        private final KeyedList<Offer> offers = new KeyedList<>(offer -> offer.resource().id());

        Kind(ResourceKind kind) {
            this.kind = kind;
            offers.addClassName("cards");
            add(title, offers);
        }

        void show(Catalogue current) {
            title.setText(texts.get("book.kind." + kind));
            offers.show(current.resources(kind).stream().map(resource -> new Offer(resource, matching(current, resource)))
                    .filter(offer -> !offer.services.isEmpty()).toList(), BookView.this::card);
            setVisible(offers.isVisible());
        }
    }

    private List<ServiceInfo> matching(Catalogue current, ResourceInfo resource) {
        List<ServiceInfo> services = current.servicesOf(resource.id());
        return SearchText.isIn(resource.name(), search.getValue()) ? services
                : services.stream().filter(service -> SearchText.isIn(service.name(), search.getValue())).toList();
    }

    private ListItem card(Offer offer) {
        var card = new ListItem(new H3(offer.resource.name()));
        card.addClassNames("card", "choice");
        offer.services.forEach(service -> {
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
