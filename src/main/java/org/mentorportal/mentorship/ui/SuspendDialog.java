package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.mentorship.SuspensionPreview;
import org.mentorportal.shared.ui.ReasonField;
import org.mentorportal.shared.ui.Warning;

/** Pausing an enrolment: first what it cancels, booking by booking, and why; then the same list as it came out. */
final class SuspendDialog extends Dialog {

    private final MentorshipTexts texts;
    private final SuspensionPreview preview;
    private final SuspensionKind kind;
    private final boolean own;
    private final Sender<SuspensionCommand.Begin> sending = new Sender<>();
    private final BiFunction<SuspensionCommand.Begin, CommandKey, MentorshipOutcome> suspend;
    private final Consumer<MentorshipOutcome> ended;
    private final Div content = new Div();
    private final Warning warning = new Warning();
    private final ReasonField reason;

    /**
     * @param own   whether the mentee does it themselves
     * @param ended hears what came of it, unless it was refused, which is said here
     */
    SuspendDialog(MentorshipTexts texts, SuspensionPreview preview, SuspensionKind kind, boolean own,
                  BiFunction<SuspensionCommand.Begin, CommandKey, MentorshipOutcome> suspend, Consumer<MentorshipOutcome> ended) {
        this.texts = texts;
        this.preview = preview;
        this.kind = kind;
        this.own = own;
        this.suspend = suspend;
        this.ended = ended;
        reason = new ReasonField(texts.get(own ? "suspend.own-reason" : "suspend.reason"),
                texts.get(own ? "suspend.own-reason-help" : "suspend.reason-help"), own ? null : texts.get("mentee.reason-missing"));
        addClassName("portal-dialog");
        content.addClassName("stack");
        add(content);
        ask();
    }

    private void ask() {
        int count = preview.bookings().size();
        setHeaderTitle(own ? texts.get("suspend.own-title", preview.enrolment().cycle().name())
                : texts.get("suspend.title." + kind, preview.enrolment().studentName()));
        var meaning = new Paragraph(texts.get(own ? "suspend.own-meaning" : "suspend.meaning." + kind, preview.enrolment().cycle().name()));
        content.add(warning, new BookingLines(texts, preview.bookings(), texts.get("suspend.would-cancel", count)), meaning, reason);
        var act = new Button(texts.get("suspend.now." + kind, count), click -> act());
        act.addClassName("grave");
        act.setId("act");
        getFooter().add(new Button(texts.get(own ? "suspend.own-keep" : "suspend.keep"), click -> close()), act);
    }

    private void act() {
        if (!reason.isComplete()) {
            return;
        }
        var command = switch (kind) {
            case REPROBATED -> new SuspensionCommand.Reprobate(preview.enrolment().id(), reason.text());
            case UNSUBSCRIBED -> new SuspensionCommand.Unsubscribe(preview.enrolment().id(), reason.text());
        };
        MentorshipOutcome outcome = sending.send(command, suspend);
        outcome.refusal().ifPresentOrElse(why -> warning.say(texts.refusal(why)), () -> end(outcome));
    }

    private void end(MentorshipOutcome outcome) {
        if (outcome instanceof MentorshipOutcome.Suspended suspended && !suspended.cancelled().isEmpty()) {
            result(suspended.cancelled());
        } else {
            close();
        }
        ended.accept(outcome);
    }

    private void result(List<BookingDetails> cancelled) {
        setHeaderTitle(own ? texts.get("suspend.own-done", preview.enrolment().cycle().name())
                : texts.get("suspend.done." + kind, preview.enrolment().studentName()));
        content.removeAll();
        content.add(new BookingLines(texts, cancelled, texts.get("suspend.cancelled", cancelled.size())));
        if (!ids(cancelled).equals(ids(preview.bookings()))) {
            var differs = new Paragraph(texts.get("suspend.differs", preview.bookings().size()));
            differs.addClassNames("verdict", "warn");
            content.add(differs);
        }
        content.add(new Paragraph(texts.get(own ? "suspend.own-next" : "suspend.next")));
        var close = new Button(texts.get("mentee.close"), click -> close());
        close.setId("close");
        getFooter().removeAll();
        getFooter().add(close);
        close.focus();
    }

    private static List<?> ids(List<BookingDetails> bookings) {
        return bookings.stream().map(BookingDetails::id).toList();
    }
}
