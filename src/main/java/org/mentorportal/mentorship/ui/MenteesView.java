package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.mentorship.MentorshipChanges;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.SearchField;
import org.mentorportal.shared.ui.Segments;
import org.mentorportal.shared.ui.ShowMore;

/** A mentor's mentees, to an admin all: who waits for a decision first; enrolling more. */
@Route("mentees")
@RolesAllowed({"MENTOR", "ADMIN"})
class MenteesView extends Div implements HasDynamicTitle {

    private enum Group {
        ALL, QUESTIONS, PAUSED;

        boolean has(EnrolmentDetails enrolment) {
            return switch (this) {
                case ALL -> true;
                case QUESTIONS -> enrolment.questionOpen();
                case PAUSED -> enrolment.status() != EnrolmentStatus.ACTIVE;
            };
        }
    }

    private final MentorshipTexts texts;
    private final PageHeader header;
    private final SearchField search;
    private final Segments<Group> groups;
    private final Div empty = new Div();
    private final KeyedList<EnrolmentDetails> list = new KeyedList<>(EnrolmentDetails::id);
    private final ShowMore more;
    private List<EnrolmentDetails> all = List.of();
    private Group group = Group.ALL;

    MenteesView(EnrolmentService enrolments, EnrolDialogs dialogs, MentorshipTexts texts, LiveUpdates updates) {
        this.texts = texts;
        header = new PageHeader(texts.get("mentees.title"), texts.get("mentees.line"));
        groups = new Segments<>(texts.get("mentees.groups"), List.of(Group.values()), one -> texts.get("mentees.group." + one), one -> {
            group = one;
            showFromTheTop();
        });
        groups.select(group);
        search = new SearchField(texts.get("mentees.search"));
        search.addClassName("grow");
        search.addValueChangeListener(change -> showFromTheTop());
        var enrol = new Button(texts.get("mentees.enrol"), click -> dialogs.open(this::enrolled));
        enrol.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enrol.setId("enrol");
        var bar = new Div(groups, search, enrol);
        bar.addClassName("bar");
        list.addClassName("card");
        more = new ShowMore(left -> texts.get("list.more", left), () -> show(all));
        add(header, bar, empty, list, more);
        LivePart.of(this, updates, Set.of(MentorshipChanges.ENROLMENTS, MentorshipChanges.CYCLES), enrolments::mentees, this::show);
    }

    private void enrolled(EnrolmentDetails enrolment) {
        Notices.done(texts.get("mentees.enrolled", enrolment.studentName(), enrolment.cycle().name()));
        UI.getCurrent().navigate("mentees/" + enrolment.id());
    }

    private void show(List<EnrolmentDetails> now) {
        all = now;
        header.setTitle(texts.get("mentees.waiting", count(Group.QUESTIONS)));
        List.of(Group.values()).forEach(one -> groups.setText(one, texts.get("mentees.group." + one) + " (" + count(one) + ")"));
        List<EnrolmentDetails> shown = now.stream().filter(group::has).filter(this::fits).toList();
        list.show(more.first(shown), enrolment -> new MenteeRow(texts, enrolment));
        empty.removeAll();
        if (shown.isEmpty()) {
            empty.add(new Empty(texts.get(!search.getValue().isBlank() ? "mentees.no-match" : "mentees.none." + group)));
        }
    }

    private void showFromTheTop() {
        more.restart();
        show(all);
    }

    private long count(Group wanted) {
        return all.stream().filter(wanted::has).count();
    }

    private boolean fits(EnrolmentDetails enrolment) {
        return (enrolment.studentName() + " " + enrolment.cycle().name() + " " + enrolment.leadName()).toLowerCase(Locale.ROOT)
                .contains(search.getValue().strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String getPageTitle() {
        return texts.get("mentees.title");
    }
}
