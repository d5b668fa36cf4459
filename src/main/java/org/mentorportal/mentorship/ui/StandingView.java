package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.mentorship.MentorshipChanges;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;

/** How a student stands in each of their cycles: marks, warnings, what happens next, and what they can do about it. */
@Route("standing")
@RolesAllowed("STUDENT")
class StandingView extends Div implements HasDynamicTitle {

    private final MentorshipService mentorship;
    private final EnrolmentActions actions;
    private final StandingParts parts;
    private final MentorshipTexts texts;
    private final KeyedList<StandingParts.Shown> cycles = new KeyedList<>(shown -> shown.enrolment().id());
    private final Div empty = new Div();
    private final LivePart<List<StandingParts.Shown>> live;

    StandingView(MentorshipService mentorship, EnrolmentActions actions, StandingParts parts, MentorshipTexts texts, CurrentActor actor,
                 LiveUpdates updates) {
        this.mentorship = mentorship;
        this.actions = actions;
        this.parts = parts;
        this.texts = texts;
        cycles.addClassName("offers");
        add(new PageHeader(texts.get("standing.title"), texts.get("standing.line")), empty, cycles);
        live = LivePart.of(this, updates, Set.of(Topic.account(actor.get().id()), MentorshipChanges.CYCLES), this::read, this::show);
    }

    private List<StandingParts.Shown> read() {
        return mentorship.mine().stream()
                .map(standing -> new StandingParts.Shown(standing, actions.whatIf(standing.page().enrolment()))).toList();
    }

    private void show(List<StandingParts.Shown> mine) {
        cycles.show(mine, shown -> parts.card(shown, this::refresh));
        empty.removeAll();
        if (mine.isEmpty()) {
            empty.add(new Empty(texts.get("standing.none"), PageLink.asButton("book", texts.get("standing.book"), true)));
        }
    }

    private void refresh() {
        live.refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("standing.title");
    }
}
