package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingChanges;
import org.mentorportal.booking.ClosureInfo;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;

/** What is closed now or later; closing more, and lifting. */
@Route("closures")
@RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
class ClosuresView extends Div implements HasDynamicTitle {

    private final ClosureService closures;
    private final BookingTexts texts;
    private final RestoreLists restored;
    private final KeyedList<ClosureInfo> list = new KeyedList<>(ClosureInfo::id);
    private final Div empty = new Div();
    private final LivePart<List<ClosureInfo>> live;

    ClosuresView(ClosureService closures, CatalogueService catalogue, BookingTexts texts, RestoreLists restored, Clock clock,
                 CurrentActor actor, LiveUpdates updates) {
        this.closures = closures;
        this.texts = texts;
        this.restored = restored;
        List<ClosedPlace> places = places(catalogue.current(), actor.get());
        var add = new Button(texts.get("closures.new"), click ->
                new ClosureDialog(texts, closures, places, clock, this::ended).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setId("new-closure");
        add.setVisible(!places.isEmpty());
        var bar = new Div(add);
        bar.addClassName("bar");
        list.addClassName("card");
        add(new PageHeader(texts.get("closures.title"), texts.get("closures.line")), bar, empty, list);
        live = LivePart.of(this, updates, Set.of(BookingChanges.CLOSURES), closures::current, this::show);
    }

    private List<ClosedPlace> places(Catalogue catalogue, Actor person) {
        if (!person.is(Role.PRINCIPAL) && !person.is(Role.ADMIN)) {
            return catalogue.resourceOf(person.id()).map(own -> List.of(new ClosedPlace(own, own.name()))).orElse(List.of());
        }
        var places = new ArrayList<ClosedPlace>();
        places.add(new ClosedPlace(null, texts.get("closures.school")));
        for (ResourceKind kind : List.of(ResourceKind.GROUND, ResourceKind.MENTOR)) {
            for (ResourceInfo resource : catalogue.resources(kind)) {
                places.add(new ClosedPlace(resource, resource.name()));
            }
        }
        return places;
    }

    private void show(List<ClosureInfo> current) {
        empty.removeAll();
        list.show(current, this::row);
        if (current.isEmpty()) {
            empty.add(new Empty(texts.get("closures.none")));
        }
    }

    private ListItem row(ClosureInfo closure) {
        var when = new Span(texts.formats().daySpan(closure.from(), closure.to()));
        when.addClassName("strong");
        var text = new Div(when, new Span(place(closure) + " — " + closure.reason()));
        text.addClassName("text");
        var by = new Span(texts.get("closures.by", closure.closedBy(), texts.formats().ago(closure.closedAt())));
        by.addClassName("muted");
        text.add(by);
        var lift = new Button(texts.get("closures.lift"), click -> ask(closure));
        lift.setAriaLabel(texts.get("closures.lift-spoken", place(closure), texts.formats().daySpan(closure.from(), closure.to())));
        var side = new Div(lift);
        side.addClassName("side-of-row");
        var row = new ListItem(text, side);
        row.addClassName("row");
        return row;
    }

    private String place(ClosureInfo closure) {
        return closure.resource() == null ? texts.get("closures.school") : closure.resource().name();
    }

    private void ask(ClosureInfo closure) {
        var sender = new Sender<LiftClosure>();
        List<RestoreLine> lines = closures.restorable(closure.id());
        var back = new Checkbox(texts.get("closures.lift-restore"), !lines.isEmpty());
        var content = new ArrayList<Component>(List.of(new Paragraph(place(closure) + ", "
                + texts.formats().daySpan(closure.from(), closure.to())), new Paragraph(texts.get("closures.lift-text"))));
        if (!lines.isEmpty()) {
            content.addAll(List.of(back, restored.withNames(lines, false)));
        }
        new ReasonDialog(texts, texts.get("closures.lift-title"), content, false,
                texts.get("closures.keep"), texts.get("closures.lift-now"),
                reason -> lifted(sender.send(new LiftClosure(closure.id(), back.getValue()), closures::lift))).open();
    }

    /** @return what keeps the dialog open */
    private Optional<Refused> lifted(ClosureOutcome outcome) {
        Optional<Refused> mendable = outcome.refusal().filter(Mendable::is);
        if (mendable.isEmpty()) {
            ended(outcome);
        }
        return mendable;
    }

    private void ended(ClosureOutcome outcome) {
        switch (outcome) {
            case ClosureOutcome.Closed closed -> Notices.done(texts.get("closures.closed", closed.cancelled().size()));
            case ClosureOutcome.Lifted lifted -> lifted(lifted.lines());
            case ClosureOutcome.AlreadyLifted before -> Notices.done(texts.get("closures.lifted-before"));
            case ClosureOutcome.NotDone refused -> Notices.refused(texts.refusal(refused.why()));
        }
        live.refresh();
    }

    /** Who lifts reads what came back, and what did not. */
    private void lifted(List<RestoreLine> lines) {
        Notices.done(texts.get("closures.lifted"));
        if (!lines.isEmpty()) {
            var dialog = new Dialog(texts.get("closures.lifted"), restored.withNames(lines, true));
            dialog.addClassName("portal-dialog");
            dialog.getFooter().add(new Button(texts.get("dialog.close"), click -> dialog.close()));
            dialog.open();
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("closures.title");
    }
}
