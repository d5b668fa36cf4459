package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.ui.ReasonField;
import org.mentorportal.shared.ui.Warning;

/**
 * Another time for a booking, in one step: choose, read what it means, confirm. Whatever goes wrong, the booking stays as it was
 * and the dialog says so.
 */
final class MoveDialog extends Dialog {

    private final BookingTexts texts;
    private final boolean own;
    private final Supplier<List<Slot>> places;
    private final BiFunction<RescheduleBooking, CommandKey, BookingOutcome> move;
    private final Consumer<BookingOutcome> ended;
    private final Sender<RescheduleBooking> sender = new Sender<>();
    private final Warning warning = new Warning();
    private final Div nearest = new Div();
    private final SlotChooser chooser;
    private final Div summary = new Div();
    private final ReasonField reason;
    private final Button confirm;
    private BookingDetails booking;
    private Optional<Slot> chosen = Optional.empty();

    /** @param own whether the student themselves moves it; staff give a reason */
    MoveDialog(BookingTexts texts, BookingDetails booking, boolean own, Supplier<List<Slot>> places,
               BiFunction<RescheduleBooking, CommandKey, BookingOutcome> move, Consumer<BookingOutcome> ended) {
        this.texts = texts;
        this.booking = booking;
        this.own = own;
        this.places = places;
        this.move = move;
        this.ended = ended;
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("move.title"));
        var what = new Paragraph((own ? "" : booking.studentName() + ", ") + booking.service().title());
        what.addClassName("muted");
        nearest.addClassName("times");
        chooser = new SlotChooser(texts, this::choose);
        chooser.show(places.get(), texts.formats().dayOf(booking.start()));
        summary.addClassName("stack");
        summary.getElement().setAttribute("aria-live", "polite");
        reason = new ReasonField(texts.get("reason.label"), texts.get("reason.help"), texts.get("rule.reason-needed"));
        reason.setVisible(!own);
        confirm = new Button(texts.get("move.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setId("move");
        add(what, warning, nearest, chooser, summary, reason);
        getFooter().add(new Button(texts.get("move.keep"), click -> close()), confirm);
        summarise();
    }

    private void choose(Slot slot) {
        chosen = Optional.of(slot);
        chooser.select(slot);
        summarise();
    }

    private void summarise() {
        summary.removeAll();
        summary.add(times(), muted(chosen.isEmpty() ? texts.get("move.choose")
                : texts.get((own ? "move.then." : "move.then-staff.") + booking.service().approval())));
        confirm.setEnabled(chosen.isPresent());
    }

    /** Mon 3 March, 9:00–10:00 → Tue 4 March, 9:00–10:00 */
    private Component times() {
        var times = new Paragraph(chosen.map(slot -> texts.get("move.times", texts.when(booking), texts.when(slot)))
                .orElseGet(() -> texts.get("move.now", texts.when(booking))));
        times.addClassName("strong");
        return times;
    }

    private static Component muted(String text) {
        var muted = new Paragraph(text);
        muted.addClassName("muted");
        return muted;
    }

    private void confirm() {
        if (!reason.isComplete() || chosen.isEmpty()) {
            return;
        }
        BookingOutcome outcome = sender.send(new RescheduleBooking(booking.id(), chosen.get().start(), reason.text(),
                booking.version()), move);
        switch (outcome) {
            case BookingOutcome.Done done -> end(done);
            case BookingOutcome.AlreadySo already -> end(already);
            case BookingOutcome.Stale stale -> {
                booking = stale.current();
                warning.say(texts.changes(stale) + " " + texts.get("move.stale"));
                summarise();
            }
            case BookingOutcome.NotDone refused -> refuse(refused);
        }
    }

    private void end(BookingOutcome outcome) {
        close();
        ended.accept(outcome);
    }

    private void refuse(BookingOutcome.NotDone refused) {
        boolean mendable = Mendable.is(refused.why());
        warning.say(texts.refusal(refused.why()) + (mendable ? "" : " " + texts.get("move.stays", texts.when(booking))));
        if (mendable) {
            return;
        }
        chosen = Optional.empty();
        chooser.show(places.get(), texts.formats().dayOf(booking.start()));
        nearest.removeAll();
        if (!refused.nearestFree().isEmpty()) {
            nearest.add(new H3(texts.get("lost.nearest")));
            refused.nearestFree().forEach(slot -> nearest.add(SlotChooser.button(texts.formats().dayTime(slot.start()),
                    () -> choose(slot))));
        }
        summarise();
    }
}
