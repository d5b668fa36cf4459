package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.RetirementOutcome;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueChanges;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.SearchText;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.SearchField;

/** What the school offers: every ground and mentor with their services; adding, editing, retiring and offering again. */
@Route("admin/services")
@RolesAllowed("ADMIN")
class ServicesView extends Div implements HasDynamicTitle {

    private final CatalogueService catalogue;
    private final RetirementService retirements;
    private final BookingTexts texts;
    private final ServiceTexts services;
    private final Clock clock;
    private final SearchField search;
    private final Div empty = new Div();
    private final KeyedList<ResourceInfo> resources = new KeyedList<>(ResourceInfo::id);
    private final Map<ResourceId, KeyedList<ServiceInfo>> lists = new HashMap<>();
    private final LivePart<Catalogue> live;

    ServicesView(CatalogueService catalogue, RetirementService retirements, BookingTexts texts, ServiceTexts services, Clock clock,
                 LiveUpdates updates) {
        this.catalogue = catalogue;
        this.retirements = retirements;
        this.texts = texts;
        this.services = services;
        this.clock = clock;
        var add = new Button(texts.get("services.new-ground"), click ->
                new NewGroundDialog(texts, catalogue, this::added).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setId("new-ground");
        search = new SearchField(texts.get("book.search"));
        search.addClassName("grow");
        var bar = new Div(search, add);
        bar.addClassName("bar");
        resources.addClassName("offers");
        add(new PageHeader(texts.get("services.title"), texts.get("services.line")), bar, empty, resources);
        live = LivePart.of(this, updates, Set.of(CatalogueChanges.CATALOGUE), catalogue::current, this::show);
        search.addValueChangeListener(change -> live.refresh());
    }

    private void show(Catalogue current) {
        List<ResourceInfo> shown = current.allResources().stream()
                .filter(resource -> fits(resource.name()) || !matching(current, resource).isEmpty()).toList();
        resources.show(shown, this::card);
        shown.forEach(resource -> lists.get(resource.id()).show(
                fits(resource.name()) ? current.allServicesOf(resource.id()) : matching(current, resource), this::row));
        empty.removeAll();
        if (shown.isEmpty()) {
            empty.add(new Empty(texts.get(search.isEmpty() ? "services.none" : "book.no-match")));
        }
    }

    private List<ServiceInfo> matching(Catalogue current, ResourceInfo resource) {
        return current.allServicesOf(resource.id()).stream().filter(service -> fits(service.name())).toList();
    }

    private boolean fits(String name) {
        return SearchText.isIn(name, search.getValue());
    }

    private ListItem card(ResourceInfo resource) {
        var list = new KeyedList<>(ServiceInfo::id);
        lists.put(resource.id(), list);
        var add = new Button(texts.get("services.new"), click -> open(resource, null));
        add.setAriaLabel(texts.get("services.new-spoken", resource.name()));
        var head = new Div(new H2(resource.name()), add);
        head.addClassName("head");
        var card = new ListItem(head, list);
        card.addClassName("card");
        return card;
    }

    private ListItem row(ServiceInfo service) {
        var name = new Span(service.name());
        name.addClassName("strong");
        var title = new Div(name, service.retired() ? new Chip(texts.get("services.retired"), Chip.Tone.OFF) : approval(service));
        title.addClassName("titled");
        var summary = new Span(texts.summary(service));
        var hours = new Span(services.hours(service));
        hours.addClassName("muted");
        var text = new Div(title, summary, hours);
        text.addClassName("text");
        var edit = new Button(texts.get("services.edit"), click -> open(service.resource(), service));
        edit.setAriaLabel(texts.get("services.edit-spoken", service.title()));
        var side = new Div(edit, service.retired() ? offer(service) : retire(service));
        side.addClassName("side-of-row");
        var row = new ListItem(text, side);
        row.addClassName("row");
        return row;
    }

    private Chip approval(ServiceInfo service) {
        return new Chip(texts.get("service.approval." + service.approval()),
                service.approval() == Approval.AUTOMATIC ? Chip.Tone.OK : Chip.Tone.PENDING);
    }

    private Button retire(ServiceInfo service) {
        var retire = new Button(texts.get("services.retire"), click ->
                new RetireDialog(texts, retirements, service, this::retired).open());
        retire.setAriaLabel(texts.get("services.retire-spoken", service.title()));
        retire.addClassName("grave");
        return retire;
    }

    private Button offer(ServiceInfo service) {
        var offer = new Button(texts.get("services.offer"), click -> changed(
                catalogue.offerAgain(new OfferService(service.id(), service.version()), CommandKey.fresh()), "services.offered"));
        offer.setAriaLabel(texts.get("services.offer-spoken", service.title()));
        return offer;
    }

    private void open(ResourceInfo resource, @Nullable ServiceInfo edited) {
        new ServiceDialog(texts, services, catalogue, resource, edited, LocalDate.now(clock),
                outcome -> changed(outcome, edited == null ? "services.added" : "services.saved")).open();
    }

    private void added(ResourceInfo ground) {
        Notices.done(texts.get("services.ground-added", ground.name()));
        live.refresh();
    }

    private void changed(CatalogueOutcome<ServiceInfo> outcome, String done) {
        switch (outcome) {
            case CatalogueOutcome.Done<ServiceInfo>(ServiceInfo service) -> Notices.done(texts.get(done, service.title()));
            case CatalogueOutcome.AlreadySo<ServiceInfo> already -> Notices.done(texts.get("services.already"));
            case CatalogueOutcome.Stale<ServiceInfo> stale -> Notices.refused(stale(services.changes(stale.since())));
            case CatalogueOutcome.NotDone<ServiceInfo>(Refused why) -> Notices.refused(texts.refusal(why));
        }
        live.refresh();
    }

    private void retired(RetirementOutcome outcome) {
        switch (outcome) {
            case RetirementOutcome.Retired(ServiceInfo service, var cancelled) ->
                    Notices.done(texts.get("services.retired-now", service.title(), cancelled.size()));
            case RetirementOutcome.AlreadyRetired before -> Notices.done(texts.get("services.already"));
            case RetirementOutcome.Stale stale -> Notices.refused(stale(services.changes(stale.since())));
            case RetirementOutcome.NotDone(Refused why) -> Notices.refused(texts.refusal(why));
        }
        live.refresh();
    }

    private String stale(List<String> changes) {
        return texts.get("services.stale-notice", String.join("; ", changes));
    }

    @Override
    public String getPageTitle() {
        return texts.get("services.title");
    }
}
