package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.MenteeGroup;
import org.mentorportal.mentorship.Mentees;
import org.mentorportal.mentorship.MentorshipChanges;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Looking;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.SearchField;
import org.mentorportal.shared.ui.Segments;

/** A mentor's mentees, to an admin all: who waits for a decision first; enrolling more. */
@Route("mentees")
@RolesAllowed({"MENTOR", "ADMIN"})
class MenteesView extends Div implements HasDynamicTitle {

    /** What was read, of which look: another may be taken before it is shown. */
    private record Content(Looking.Look<MenteeGroup> look, Mentees mentees) {
    }

    private final MentorshipTexts texts;
    private final PageHeader header;
    private final Segments<MenteeGroup> groups;
    private final Div empty = new Div();
    private final KeyedList<EnrolmentDetails> list = new KeyedList<>(EnrolmentDetails::id);
    private final Looking<MenteeGroup> looking;
    private final LivePart<Content> live;

    MenteesView(EnrolmentService enrolments, EnrolDialogs dialogs, MentorshipTexts texts, LiveUpdates updates) {
        this.texts = texts;
        header = new PageHeader(texts.get("mentees.title"), texts.get("mentees.line"));
        var search = new SearchField(texts.get("mentees.search"));
        search.addClassName("grow");
        looking = new Looking<>(MenteeGroup.ALL, search, left -> texts.get("list.more", left), this::readNow);
        groups = new Segments<>(texts.get("mentees.groups"), List.of(MenteeGroup.values()), one -> texts.get("mentees.group." + one),
                looking::at);
        groups.select(MenteeGroup.ALL);
        var enrol = new Button(texts.get("mentees.enrol"), click -> dialogs.open(this::enrolled));
        enrol.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enrol.setId("enrol");
        var bar = new Div(groups, search, enrol);
        bar.addClassName("bar");
        list.addClassName("card");
        add(header, bar, empty, list, looking.more());
        live = LivePart.of(this, updates, Set.of(MentorshipChanges.ENROLMENTS, MentorshipChanges.CYCLES), () -> read(enrolments, looking.current()),
                this::show);
    }

    private static Content read(EnrolmentService enrolments, Looking.Look<MenteeGroup> look) {
        return new Content(look, enrolments.mentees(look.part(), look.search(), look.most()));
    }

    private void enrolled(EnrolmentDetails enrolment) {
        Notices.done(texts.get("mentees.enrolled", enrolment.studentName(), enrolment.cycle().name()));
        UI.getCurrent().navigate("mentees/" + enrolment.id());
    }

    private void readNow() {
        live.refresh();
    }

    private void show(Content now) {
        Mentees mentees = now.mentees;
        header.setTitle(texts.get("mentees.waiting", mentees.count().get(MenteeGroup.QUESTIONS)));
        mentees.count().forEach((group, count) -> groups.setText(group, texts.get("mentees.group." + group) + " (" + count + ")"));
        list.show(mentees.first(), enrolment -> new MenteeRow(texts, enrolment));
        looking.more().left(mentees.left());
        empty.removeAll();
        if (mentees.first().isEmpty()) {
            empty.add(new Empty(texts.get(now.look.search().isBlank() ? "mentees.none." + now.look.part() : "mentees.no-match")));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("mentees.title");
    }
}
