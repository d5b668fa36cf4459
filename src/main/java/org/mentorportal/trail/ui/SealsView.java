package org.mentorportal.trail.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mentorportal.audit.Seal;
import org.mentorportal.audit.TrailCheck;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.FileLink;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.trail.SealOutcome;
import org.mentorportal.trail.SealService;

/** Whether the trail is whole, and its seals: made here, kept elsewhere. */
@Route("admin/trail")
@RolesAllowed("ADMIN")
class SealsView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 100;
    private static final int FAULTS_SHOWN = 20;
    private static final int ALL = Integer.MAX_VALUE;

    private final SealService seals;
    private final TrailTexts texts;
    private final RefusalWords refusals;
    private final Div verdict = new Div();
    private final Button seal;
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private CommandKey key = CommandKey.fresh();

    SealsView(SealService seals, TrailTexts texts, RefusalWords refusals) {
        this.seals = seals;
        this.texts = texts;
        this.refusals = refusals;
        var check = new Button(texts.get("seals.check"), click -> check());
        check.setId("check");
        seal = new Button(texts.get("seals.make"), click -> seal());
        seal.setId("seal");
        seal.setDisableOnClick(true);
        seal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var bar = new Div(check, seal, new FileLink(texts.get("seals.export"), "seals.txt", "text/plain;charset=utf-8",
                out -> out.write(lines().getBytes(StandardCharsets.UTF_8))));
        bar.addClassName("bar");
        verdict.getElement().setAttribute("role", "status");
        list.addClassNames("card", "rows");
        add(new PageHeader(texts.get("seals.title"), texts.get("seals.line")), bar, verdict, empty, list);
        show(seals.seals(SHOWN));
    }

    /** All of them, the first seal's first, to be kept where nobody who can write to the database can write. */
    private String lines() {
        return seals.seals(ALL).reversed().stream().map(Seal::line).collect(joining("\n", "", "\n"));
    }

    private void check() {
        TrailCheck.Findings found = seals.check();
        verdict.removeAll();
        verdict.setClassName("verdict");
        if (found.faults().isEmpty()) {
            verdict.add(new Span(texts.get("seals.whole", found.events(), found.seals())));
            return;
        }
        verdict.setClassName("verdict-no");
        var faults = new UnorderedList();
        found.faults().stream().limit(FAULTS_SHOWN).map(ListItem::new).forEach(faults::add);
        verdict.add(new Span(texts.get("seals.broken", found.faults().size(), found.faults().getFirst())), faults);
    }

    private void seal() {
        try {
            switch (seals.seal(key)) {
                case SealOutcome.Sealed(Seal made) -> {
                    key = CommandKey.fresh();
                    Notices.done(texts.get("seals.made", made.number(), made.events()));
                    show(seals.seals(SHOWN));
                }
                case SealOutcome.NotSealed no -> Notices.refused(refusals.of(no.why()));
            }
        } finally {
            seal.setEnabled(true);
        }
    }

    private void show(List<Seal> made) {
        list.removeAll();
        empty.removeAll();
        made.forEach(seal -> list.add(row(seal)));
        list.setVisible(!made.isEmpty());
        if (made.isEmpty()) {
            empty.add(new Empty(texts.get("seals.none")));
        }
    }

    private ListItem row(Seal seal) {
        var title = new Span(texts.get("seals.seal", seal.number(), texts.formats().dayTime(seal.at()), seal.events()));
        var line = new Paragraph(seal.line());
        line.addClassNames("muted", "kept-line");
        var text = new Div(title, line);
        text.addClassName("text");
        var row = new ListItem(text);
        row.addClassName("row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return texts.get("seals.title");
    }
}
