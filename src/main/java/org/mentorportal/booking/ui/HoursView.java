package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueChanges;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;

/** When a mentor's own services can be booked: the one part of them that is theirs to change. */
@Route("hours")
@RolesAllowed("MENTOR")
class HoursView extends Div implements HasDynamicTitle {

    private final CatalogueService catalogue;
    private final BookingTexts texts;
    private final ServiceTexts services;
    private final Clock clock;
    private final AccountId mentor;
    private final KeyedList<ServiceInfo> list = new KeyedList<>(ServiceInfo::id);
    private final Div empty = new Div();
    private final LivePart<Catalogue> live;

    HoursView(CatalogueService catalogue, BookingTexts texts, ServiceTexts services, CurrentActor actor, LiveUpdates updates, Clock clock) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.services = services;
        this.clock = clock;
        this.mentor = actor.get().id();
        list.addClassName("card");
        add(new PageHeader(texts.get("hours.title"), texts.get("hours.line")), empty, list);
        live = LivePart.of(this, updates, Set.of(CatalogueChanges.CATALOGUE), catalogue::current, this::show);
    }

    private void show(Catalogue current) {
        List<ServiceInfo> own = current.resourceOf(mentor).map(resource -> current.servicesOf(resource.id())).orElse(List.of());
        list.show(own, this::row);
        list.setVisible(!own.isEmpty());
        empty.removeAll();
        if (own.isEmpty()) {
            empty.add(new Empty(texts.get("hours.none")));
        }
    }

    private ListItem row(ServiceInfo service) {
        var name = new Span(service.name());
        name.addClassName("strong");
        var summary = new Span(texts.summary(service));
        summary.addClassName("muted");
        var text = new Div(name, new Span(services.hours(service)), summary);
        text.addClassName("text");
        var change = new Button(texts.get("hours.change"), click ->
                new HoursDialog(texts, services, catalogue, service, LocalDate.now(clock), this::changed).open());
        change.setAriaLabel(texts.get("hours.change-spoken", service.name()));
        var side = new Div(change);
        side.addClassName("side-of-row");
        var row = new ListItem(text, side);
        row.addClassName("row");
        return row;
    }

    private void changed(CatalogueOutcome<ServiceInfo> outcome) {
        Notices.done(outcome instanceof CatalogueOutcome.Done<ServiceInfo>(ServiceInfo service)
                ? texts.get("hours.changed", service.name()) : texts.get("services.already"));
        live.refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("hours.title");
    }
}
