package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.MenteePage;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.FormWarning;

/**
 * The weekly plan of a mentee. When somebody changed the enrolment meanwhile, who changed what is told, and what was written here
 * stays until one chooses.
 */
final class PlanDialog extends Dialog {

    private final MentorshipTexts texts;
    private final EnrolmentService enrolments;
    private final Consumer<EnrolmentOutcome> ended;
    private final Sender<SetPlan> sending = new Sender<>();
    private final PlanEditor editor;
    private final FormWarning warning;
    private EnrolmentDetails seen;

    PlanDialog(MentorshipTexts texts, EnrolmentService enrolments, MenteePage page, Consumer<EnrolmentOutcome> ended) {
        this.texts = texts;
        this.enrolments = enrolments;
        this.ended = ended;
        this.seen = page.enrolment();
        addClassNames("portal-dialog", "roomy");
        setHeaderTitle(texts.get("plan.title", seen.studentName()));
        editor = new PlanEditor(texts);
        editor.setValue(seen.cycle().services(), page.plan());
        warning = new FormWarning(texts::get);
        var line = new Paragraph(texts.get("plan.line"));
        line.addClassName("muted");
        add(line, warning, editor);
        var save = new Button(texts.get("plan.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(texts.get("plan.leave"), click -> close()), save);
    }

    private void save() {
        warning.hide();
        editor.value().ifPresent(times ->
                ended(sending.send(new SetPlan(seen.id(), seen.version(), times), enrolments::setPlan)));
    }

    private void ended(EnrolmentOutcome outcome) {
        switch (outcome) {
            case EnrolmentOutcome.Stale stale -> showStale(stale);
            case EnrolmentOutcome.NotDone(Refused why) -> editor.complain(texts.refusal(why));
            case EnrolmentOutcome.Done done -> leave(done);
            case EnrolmentOutcome.AlreadySo already -> leave(already);
            case EnrolmentOutcome.Generated generated -> throw new IllegalStateException("nothing was filled here");
            case EnrolmentOutcome.NothingToFill nothing -> throw new IllegalStateException("nothing was filled here");
        }
    }

    private void leave(EnrolmentOutcome outcome) {
        close();
        ended.accept(outcome);
    }

    private void showStale(EnrolmentOutcome.Stale stale) {
        warning.sayChanged(texts.get("plan.stale"), texts.changes(stale.since()), () -> enrolments.page(stale.current().id()).ifPresent(page -> {
            seen = page.enrolment();
            editor.setValue(seen.cycle().services(), page.plan());
        }), () -> {
            seen = stale.current();
            save();
        });
    }
}
