package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.CatalogueChanges;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleOutcome;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.MentorshipChanges;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;

/** The school's cycles, the latest first; adding and editing them. */
@Route("admin/cycles")
@RolesAllowed("ADMIN")
class CyclesView extends Div implements HasDynamicTitle {

    private final MentorshipTexts texts;
    private final CycleDialogs dialogs;
    private final Clock clock;
    private final KeyedList<CycleInfo> list = new KeyedList<>(CycleInfo::id);
    private final Div empty = new Div();
    private final LivePart<List<CycleInfo>> live;

    CyclesView(CycleService cycles, CycleDialogs dialogs, MentorshipTexts texts, Clock clock, LiveUpdates updates) {
        this.texts = texts;
        this.dialogs = dialogs;
        this.clock = clock;
        var add = new Button(texts.get("cycles.new"), click -> open(null));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.setId("new-cycle");
        var bar = new Div(add);
        bar.addClassName("bar");
        list.addClassName("card");
        add(new PageHeader(texts.get("cycles.title"), texts.get("cycles.line")), bar, empty, list);
        live = LivePart.of(this, updates, Set.of(MentorshipChanges.CYCLES, CatalogueChanges.CATALOGUE), cycles::all, this::show);
    }

    private void open(@Nullable CycleInfo edited) {
        dialogs.open(edited, outcome -> ended(outcome, edited == null ? "cycles.added" : "cycles.saved"));
    }

    private void show(List<CycleInfo> cycles) {
        list.show(cycles, this::row);
        empty.removeAll();
        if (cycles.isEmpty()) {
            empty.add(new Empty(texts.get("cycles.none")));
        }
    }

    private ListItem row(CycleInfo cycle) {
        var name = new Span(cycle.name());
        name.addClassName("strong");
        var title = new Div(name, chip(cycle));
        title.addClassName("titled");
        var services = new Span(cycle.services().isEmpty() ? texts.get("cycles.no-services")
                : cycle.services().stream().map(ServiceInfo::title).collect(Collectors.joining(", ")));
        services.addClassName("muted");
        var text = new Div(title, new Span(texts.get("cycles.summary", texts.days(cycle), cycle.noShowLimit())), services);
        text.addClassName("text");
        var edit = new Button(texts.get("cycles.edit"), click -> open(cycle));
        edit.setAriaLabel(texts.get("cycles.edit-spoken", cycle.name()));
        var side = new Div(edit);
        side.addClassName("side-of-row");
        var row = new ListItem(text, side);
        row.addClassName("row");
        return row;
    }

    private Chip chip(CycleInfo cycle) {
        LocalDate today = LocalDate.now(clock);
        return cycle.covers(today) ? new Chip(texts.get("cycles.running"), Chip.Tone.OK)
                : new Chip(texts.get(today.isBefore(cycle.firstDay()) ? "cycles.to-come" : "cycles.over"), Chip.Tone.OFF);
    }

    private void ended(CycleOutcome outcome, String done) {
        switch (outcome) {
            case CycleOutcome.Done it -> Notices.done(texts.get(done, it.cycle().name()));
            case CycleOutcome.AlreadySo it -> Notices.done(texts.get("cycles.already"));
            case CycleOutcome.Stale stale -> Notices.refused(String.join("; ", texts.changes(stale.since())));
            case CycleOutcome.NotDone(Refused why) -> Notices.refused(texts.refusal(why));
        }
        live.refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("cycles.title");
    }
}
