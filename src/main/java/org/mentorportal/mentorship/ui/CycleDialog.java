package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleOutcome;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.CycleTerms;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.FormWarning;

/**
 * A new cycle, or all of one that is there. When somebody changed it meanwhile, nothing that was written here is lost: who
 * changed what is told, and the person chooses between the newest and their own.
 */
final class CycleDialog extends Dialog {

    private final MentorshipTexts texts;
    private final CycleService cycles;
    private final Consumer<CycleOutcome> ended;
    private final Sender<CycleTerms> sending = new Sender<>();
    private final CycleForm form;
    private final FormWarning warning;
    private @Nullable CycleInfo edited;

    /** @param edited the cycle that is to change, or null for a new one */
    CycleDialog(MentorshipTexts texts, CycleService cycles, CycleForm form, @Nullable CycleInfo edited, Consumer<CycleOutcome> ended) {
        this.texts = texts;
        this.cycles = cycles;
        this.form = form;
        this.edited = edited;
        this.ended = ended;
        addClassName("portal-dialog");
        setHeaderTitle(edited == null ? texts.get("cycles.new-title") : texts.get("cycles.edit-title", edited.name()));
        if (edited != null) {
            form.setValue(edited);
            var kept = new Paragraph(texts.get("cycles.edit-line"));
            kept.addClassName("muted");
            add(kept);
        }
        warning = new FormWarning(texts::get);
        add(warning, form);
        var save = new Button(texts.get("cycles.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(texts.get("cycles.leave"), click -> close()), save);
    }

    private void save() {
        warning.hide();
        form.terms(edited).ifPresent(terms -> ended(sending.send(terms, (command, key) -> switch (command) {
            case AddCycle add -> cycles.add(add, key);
            case EditCycle edit -> cycles.edit(edit, key);
        })));
    }

    private void ended(CycleOutcome outcome) {
        switch (outcome) {
            case CycleOutcome.Stale stale -> showStale(stale);
            case CycleOutcome.NotDone(Refused why) -> {
                if (!form.complain(why)) {
                    warning.say(texts.refusal(why));
                }
            }
            case CycleOutcome.Done done -> leave(done);
            case CycleOutcome.AlreadySo already -> leave(already);
        }
    }

    private void leave(CycleOutcome outcome) {
        close();
        ended.accept(outcome);
    }

    private void showStale(CycleOutcome.Stale stale) {
        warning.sayChanged(texts.get("cycles.stale"), texts.changes(stale.since()), () -> {
            edited = stale.current();
            form.setValue(stale.current());
        }, () -> {
            edited = stale.current();
            save();
        });
    }
}
