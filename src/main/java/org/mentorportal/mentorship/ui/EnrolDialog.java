package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.ui.PersonField;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.Warning;

/** A student comes into a cycle, and gets a weekly plan if there is one to write down already. */
final class EnrolDialog extends Dialog {

    private final MentorshipTexts texts;
    private final EnrolmentService enrolments;
    private final Actor person;
    private final Consumer<EnrolmentDetails> enrolled;
    private final Sender<EnrolStudent> sending = new Sender<>();
    private final Sender<SetPlan> planning = new Sender<>();
    private final Warning warning = new Warning();
    private final Select<CycleInfo> cycle = new Select<>();
    private final PersonField student;
    private final PersonField lead;
    private final PlanEditor plan;

    /** @param open the cycles that are not over */
    EnrolDialog(MentorshipTexts texts, EnrolmentService enrolments, AccountService accounts, List<CycleInfo> open, Actor person,
                Consumer<EnrolmentDetails> enrolled) {
        this.texts = texts;
        this.enrolments = enrolments;
        this.person = person;
        this.enrolled = enrolled;
        addClassNames("portal-dialog", "roomy");
        setHeaderTitle(texts.get("enrol.title"));
        student = new PersonField(texts.get("enrol.student"), texts.get("enrol.search"), texts.get("enrol.student-missing"),
                accounts::students);
        lead = new PersonField(texts.get("enrol.lead"), texts.get("enrol.search"), texts.get("enrol.lead-missing"), accounts::mentors);
        lead.setVisible(person.is(Role.ADMIN));
        plan = new PlanEditor(texts);
        var leave = new Button(texts.get("enrol.leave"), click -> close());
        if (open.isEmpty()) {
            add(person.is(Role.ADMIN)
                    ? new Empty(texts.get("enrol.no-cycle-admin"), PageLink.asButton("admin/cycles", texts.get("enrol.to-cycles"), true))
                    : new Empty(texts.get("enrol.no-cycle")));
            getFooter().add(leave);
            return;
        }
        cycle.setLabel(texts.get("enrol.cycle"));
        cycle.setItems(open);
        cycle.setItemLabelGenerator(one -> one.name() + ", " + texts.days(one));
        cycle.setRequiredIndicatorVisible(true);
        cycle.setManualValidation(true);
        cycle.setErrorMessage(texts.get("enrol.cycle-missing"));
        var weekly = new Section(new H3(texts.get("enrol.plan")), plan);
        weekly.setVisible(false);
        cycle.addValueChangeListener(change -> {
            plan.setValue(change.getValue().services(), List.of());
            weekly.setVisible(true);
        });
        if (open.size() == 1) {
            cycle.setValue(open.getFirst());
        }
        var fields = new Div(cycle, student, lead);
        fields.addClassNames("stack", "people");
        add(warning, fields, weekly);
        var act = new Button(texts.get("enrol.now"), click -> enrol());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setId("act");
        getFooter().add(leave, act);
        student.focus();
    }

    private void enrol() {
        warning.hide();
        Optional<List<PlannedTime>> times = plan.value();
        cycle.setInvalid(cycle.isEmpty());
        boolean people = Stream.of(student, lead).filter(field -> field.isVisible() && !field.isComplete()).toList().isEmpty(); // all mark themselves
        if (cycle.isInvalid() || !people || times.isEmpty()) {
            Stream.of(cycle, student, lead).filter(HasValidation::isInvalid).findFirst().ifPresent(Focusable::focus);
            return;
        }
        AccountId mentor = lead.isVisible() ? lead.chosen() : person.id();
        EnrolmentOutcome outcome = sending.send(new EnrolStudent(cycle.getValue().id(), student.chosen(), mentor), enrolments::enrol);
        switch (outcome) {
            case EnrolmentOutcome.Done done -> plan(done.enrolment(), times.get());
            case EnrolmentOutcome.AlreadySo already -> warning.say(texts.get("enrol.already", texts.who(already.enrolment())));
            case EnrolmentOutcome.NotDone(Refused why) -> warning.say(texts.refusal(why));
            case EnrolmentOutcome.Stale stale -> throw new IllegalStateException("a new enrolment has no older version");
            case EnrolmentOutcome.Generated generated -> throw new IllegalStateException("nothing was filled here");
            case EnrolmentOutcome.NothingToFill nothing -> throw new IllegalStateException("nothing was filled here");
        }
    }

    /** A plan that is refused can be mended here; who was enrolled stays so. */
    private void plan(EnrolmentDetails enrolment, List<PlannedTime> times) {
        if (!times.isEmpty()) {
            EnrolmentOutcome outcome = planning.send(new SetPlan(enrolment.id(), enrolment.version(), times), enrolments::setPlan);
            Optional<Refused> refused = outcome.refusal();
            if (refused.isPresent()) {
                plan.complain(texts.refusal(refused.get()));
                warning.say(texts.get("enrol.without-plan", enrolment.studentName()));
                Stream.of(student, lead).forEach(field -> field.setReadOnly(true));
                cycle.setReadOnly(true);
                return;
            }
        }
        close();
        enrolled.accept(enrolment);
    }
}
