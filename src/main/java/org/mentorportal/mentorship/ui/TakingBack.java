package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.WarningDetails;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.ResetAttendance;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.ReasonField;

/** Taking a no-show back, from its warning: offered to the session's own mentor, and to an admin, who says why. */
@org.springframework.stereotype.Component
class TakingBack {

    private final AttendanceService attendance;
    private final MentorshipTexts texts;
    private final CurrentActor actor;

    TakingBack(AttendanceService attendance, MentorshipTexts texts, CurrentActor actor) {
        this.attendance = attendance;
        this.texts = texts;
        this.actor = actor;
    }

    /** @param changed runs once it was taken back */
    Optional<? extends Component> button(WarningDetails warning, EnrolmentDetails enrolment, Runnable changed) {
        Actor person = actor.get();
        boolean own = warning.service().resource().belongsTo(person.id());
        if (warning.state() == WarningDetails.State.WITHDRAWN || !own && !person.is(Role.ADMIN)) {
            return Optional.empty();
        }
        var button = new Button(texts.get("take-back.button"), click -> ask(warning, enrolment, own, changed));
        button.setAriaLabel(texts.get("take-back.spoken", texts.formats().dayTime(warning.start())));
        return Optional.of(button);
    }

    private void ask(WarningDetails warning, EnrolmentDetails enrolment, boolean own, Runnable changed) {
        var sending = new Sender<ResetAttendance>();
        Optional<ReasonField> reason = own ? Optional.empty()
                : Optional.of(new ReasonField(texts.get("take-back.reason"), texts.get("take-back.reason-help"), texts.get("mentee.reason-missing")));
        new AskDialog(texts, texts.get("take-back.title"), List.of(new Paragraph(texts.get("take-back.what", enrolment.studentName(),
                texts.formats().daySpan(warning.start(), warning.end()), warning.service().title())),
                new Paragraph(texts.get("take-back.meaning"))),
                reason, texts.get("take-back.keep"), texts.get("take-back.now"), AskDialog.Look.PRIMARY,
                text -> takenBack(sending.send(new ResetAttendance(warning.booking(), text), attendance::reset), changed)).open();
    }

    private Optional<Refused> takenBack(AttendanceOutcome outcome, Runnable changed) {
        Optional<Refused> refused = outcome.refusal();
        if (refused.isEmpty()) {
            Notices.done(texts.get("take-back.done"));
            changed.run();
        }
        return refused;
    }
}
