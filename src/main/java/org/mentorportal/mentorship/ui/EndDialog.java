package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.ReactivationPreview;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.SuspensionDetails;
import org.mentorportal.shared.ui.Warning;

/** Ending a pause: first what comes back, what not and why, and what would be newly made; then the same list as it came out. */
final class EndDialog extends Dialog {

    private final MentorshipTexts texts;
    private final RestoreLists lists;
    private final ReactivationPreview preview;
    private final SuspensionDetails suspension;
    private final boolean own;
    private final Sender<SuspensionCommand.End> sending = new Sender<>();
    private final BiFunction<SuspensionCommand.End, CommandKey, MentorshipOutcome> finish;
    private final Consumer<MentorshipOutcome> ended;
    private final Div content = new Div();
    private final Warning warning = new Warning();

    /**
     * @param suspension the one that holds
     * @param own        whether the mentee does it themselves
     * @param ended      hears what came of it, unless it was refused, which is said here
     */
    EndDialog(MentorshipTexts texts, RestoreLists lists, ReactivationPreview preview, SuspensionDetails suspension, boolean own,
              BiFunction<SuspensionCommand.End, CommandKey, MentorshipOutcome> finish, Consumer<MentorshipOutcome> ended) {
        this.texts = texts;
        this.lists = lists;
        this.preview = preview;
        this.suspension = suspension;
        this.own = own;
        this.finish = finish;
        this.ended = ended;
        addClassName("portal-dialog");
        setHeaderTitle(own ? texts.get("end.own-title", preview.enrolment().cycle().name())
                : texts.get("end.title." + suspension.kind(), preview.enrolment().studentName()));
        content.addClassName("stack");
        content.add(warning, lists.of(preview.lines(), false),
                new Paragraph(texts.get(own ? "end.own-meaning" : "end.meaning." + suspension.kind())));
        add(content);
        var act = new Button(texts.get("end.now." + suspension.kind(), WhatIf.restored(preview.lines()),
                WhatIf.made(preview.lines())), click -> act());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setId("act");
        getFooter().add(new Button(texts.get("end.keep"), click -> close()), act);
    }

    private void act() {
        var command = switch (suspension.kind()) {
            case REPROBATED -> new SuspensionCommand.Reactivate(preview.enrolment().id(), suspension.id());
            case UNSUBSCRIBED -> new SuspensionCommand.Resubscribe(preview.enrolment().id(), suspension.id());
        };
        MentorshipOutcome outcome = sending.send(command, finish);
        outcome.refusal().ifPresentOrElse(why -> warning.say(texts.refusal(why)), () -> end(outcome));
    }

    private void end(MentorshipOutcome outcome) {
        if (outcome instanceof MentorshipOutcome.Reactivated reactivated && !reactivated.lines().isEmpty()) {
            result(reactivated.lines());
        } else {
            close();
        }
        ended.accept(outcome);
    }

    private void result(List<RestoreLine> lines) {
        setHeaderTitle(own ? texts.get("end.own-done", preview.enrolment().cycle().name())
                : texts.get("end.done." + suspension.kind(), preview.enrolment().studentName()));
        content.removeAll();
        if (!verdicts(lines).equals(verdicts(preview.lines()))) {
            var differs = new Paragraph(texts.get("end.differs"));
            differs.addClassNames("verdict", "warn");
            content.add(differs);
        }
        content.add(lists.of(lines, true));
        var close = new Button(texts.get("mentee.close"), click -> close());
        close.setId("close");
        getFooter().removeAll();
        getFooter().add(close);
        close.focus();
    }

    private record Line(Object service, Object start, Object verdict) {
    }

    private static List<Line> verdicts(List<RestoreLine> lines) {
        return lines.stream().map(line -> new Line(line.service().id(), line.start(), line.verdict())).toList();
    }
}
