package org.mentorportal.trail.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.Subject;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.FileLink;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.trail.TrailExport;
import org.mentorportal.trail.TrailFilter;
import org.mentorportal.trail.TrailPage;
import org.mentorportal.trail.TrailService;

/** Who did what, when and why: of the whole school, of one's own, or ({@code ?about=booking:12}) of one subject. */
@Route("trail")
@PermitAll
class TrailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 50;

    private final TrailService trail;
    private final TrailTexts texts;
    private final ThenCards then;
    private final PageHeader header;
    private final FilterBar filters;
    private final Div moment = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Div end = new Div();
    private @Nullable Subject subject;
    /** Read by the thread that sends the file, too. */
    private volatile TrailFilter shown = TrailFilter.ALL;

    TrailView(TrailService trail, TrailExport export, TrailTexts texts, ThenCards then) {
        this.trail = trail;
        this.texts = texts;
        this.then = then;
        boolean everybody = trail.seesAll();
        filters = new FilterBar(texts, everybody ? trail.commands() : List.of(), everybody, this::first);
        header = new PageHeader(texts.get("trail.title"), texts.get(everybody ? "trail.line" : "trail.line-own"));
        list.addClassNames("card", "rows");
        end.addClassName("bar");
        var bar = new Div(new FileLink(texts.get("trail.export"), "trail.csv", "text/csv;charset=utf-8", out -> {
            try (var lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                export.write(shown, lines);
            }
        }));
        bar.addClassName("bar");
        add(header, moment, filters, bar, list, end);
    }

    static String about(Subject subject) {
        return "trail?about=" + subject;
    }

    /** What is not there, and what is not for the reader, is answered the same. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter("about");
        subject = asked.map(text -> Subject.of(text).orElseThrow(NotFoundException::new)).orElse(null);
        if (subject != null && trail.page(TrailFilter.about(subject), null, 1).lines().isEmpty()) {
            throw new NotFoundException();
        }
        moment.removeAll();
        if (subject != null) {
            header.setTitle(texts.get("trail.title-about", texts.about(subject)));
            then.of(subject).ifPresent(moment::add);
        }
        first();
    }

    private void first() {
        shown = filters.filter(subject);
        list.removeAll();
        show(shown, trail.page(shown, null, SHOWN));
    }

    private void show(TrailFilter filter, TrailPage page) {
        page.lines().forEach(line -> list.add(new TrailRow(texts, line, subject == null)));
        list.setVisible(list.getComponentCount() > 0);
        end.removeAll();
        Long next = page.next();
        if (next != null) {
            end.add(new Button(texts.get("trail.older"), click -> show(filter, trail.page(filter, next, SHOWN))));
        } else if (list.getComponentCount() == 0) {
            end.add(new Empty(texts.get("trail.none")));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("trail.title");
    }
}
