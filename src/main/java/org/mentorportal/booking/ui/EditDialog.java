package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.ui.Warning;

/**
 * New details for a booking. If somebody changed it meanwhile, the person reads who and what; what they wrote stays, what they
 * did not touch follows the other's change, and they choose.
 */
final class EditDialog extends Dialog {

    private final BookingTexts texts;
    private final BiFunction<EditBooking, CommandKey, BookingOutcome> edit;
    private final Consumer<BookingOutcome> ended;
    private final Sender<EditBooking> sender = new Sender<>();
    private final DetailsForm form;
    private final Warning warning = new Warning();
    private BookingDetails seen;

    EditDialog(BookingTexts texts, BookingDetails seen, boolean own, BiFunction<EditBooking, CommandKey, BookingOutcome> edit,
               Consumer<BookingOutcome> ended) {
        this.texts = texts;
        this.seen = seen;
        this.edit = edit;
        this.ended = ended;
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("edit.title"));
        form = new DetailsForm(texts, seen.service(), texts.get(own ? "dialog.contact-help" : "staff.contact-help"));
        form.show(Details.of(seen));
        var what = new Paragraph((own ? "" : seen.studentName() + ", ") + seen.service().title() + ", " + texts.when(seen));
        what.addClassName("muted");
        add(what, warning, form);
        footer();
        form.focus();
    }

    private void footer() {
        var save = primary("edit.save");
        save.setId("save");
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("edit.not-now"), click -> close()), save);
    }

    private Button primary(String key) {
        var save = new Button(texts.get(key), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return save;
    }

    private void save() {
        if (!form.isComplete()) {
            return;
        }
        Details mine = form.details();
        BookingOutcome outcome = sender.send(new EditBooking(seen.id(), seen.version(), mine.purpose(), mine.players(), mine.contact()),
                edit);
        switch (outcome) {
            case BookingOutcome.Stale stale -> compare(stale);
            case BookingOutcome.NotDone refused -> warning.say(texts.refusal(refused.why()));
            case BookingOutcome.Done done -> end(done);
            case BookingOutcome.AlreadySo already -> end(already);
        }
    }

    private void end(BookingOutcome outcome) {
        close();
        ended.accept(outcome);
    }

    private void compare(BookingOutcome.Stale stale) {
        Details now = Details.of(stale.current());
        form.show(form.details().rebased(Details.of(seen), now));
        form.compare(now);
        seen = stale.current();
        if (!seen.status().isActive()) {
            warning.say(texts.changes(stale) + " " + texts.get("stale.status", texts.of(seen.status())));
            getFooter().removeAll();
            getFooter().add(new Button(texts.get("edit.not-now"), click -> close()));
            return;
        }
        warning.say(texts.changes(stale) + " " + texts.get("stale.choose"));
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("stale.theirs"), click -> takeTheirs(now)), primary("stale.mine"));
    }

    private void takeTheirs(Details now) {
        form.show(now);
        form.compare(now);
        warning.hide();
        footer();
    }
}
