package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.Decision;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Notices;
import org.springframework.stereotype.Component;

/** The buttons with which a booking is edited, moved and cancelled, by its student or by staff, and what comes of each. */
@Component
class BookingActions {

    /** What may be done with a booking by now; the services have the last word. */
    enum Allowed {
        /** It is over, ended, or has begun. */
        NOTHING,
        /** The student's deadline for cancelling and moving has passed. */
        EDIT,
        ALL
    }

    private final BookingTexts texts;
    private final BookingService bookings;
    private final CurrentActor actor;
    private final Clock clock;

    BookingActions(BookingTexts texts, BookingService bookings, CurrentActor actor, Clock clock) {
        this.texts = texts;
        this.bookings = bookings;
        this.actor = actor;
        this.clock = clock;
    }

    Allowed allowed(BookingDetails booking, boolean own) {
        return !booking.status().isActive() ? Allowed.NOTHING : allowed(booking.start(), booking.cancelUntil(), own);
    }

    /** Of a booking that is active. */
    Allowed allowed(Instant start, Instant cancelUntil, boolean own) {
        Instant now = clock.instant();
        return !now.isBefore(start) ? Allowed.NOTHING : own && !now.isBefore(cancelUntil) ? Allowed.EDIT : Allowed.ALL;
    }

    /**
     * @param spoken      which booking, for those who hear the buttons
     * @param cancelUntil said instead of offering what would fail
     * @param changed     runs after each change
     */
    Div buttons(Allowed allowed, BookingId booking, String spoken, Instant cancelUntil, Runnable changed) {
        var buttons = new Div();
        buttons.addClassName("actions");
        if (allowed != Allowed.NOTHING) {
            buttons.add(button("actions.edit", spoken, "", () -> with(booking, found -> edit(found, changed))));
        }
        if (allowed == Allowed.ALL) {
            buttons.add(button("actions.move", spoken, "", () -> with(booking, found -> move(found, changed))),
                    button("actions.cancel", spoken, "grave", () -> with(booking, found -> askToCancel(found, changed))));
        }
        if (allowed == Allowed.EDIT) {
            var late = new Span(texts.get("actions.too-late", texts.formats().dayTime(cancelUntil)));
            late.addClassNames("muted", "late");
            buttons.add(late);
        }
        return buttons;
    }

    private Button button(String key, String spoken, String look, Runnable action) {
        var button = new Button(texts.get(key), click -> action.run());
        button.setAriaLabel(texts.get(key + "-spoken", spoken));
        if (!look.isEmpty()) {
            button.addClassName(look);
        }
        return button;
    }

    /** As it is now, so that the dialog opens with the newest version. */
    private void with(BookingId booking, Consumer<BookingDetails> act) {
        bookings.find(booking).ifPresentOrElse(act,
                () -> Notices.refused(texts.refusal(Refused.because(BookingRuleId.UNKNOWN_BOOKING))));
    }

    private boolean isOwn(BookingDetails booking) {
        return booking.student().equals(actor.get().id()) && actor.get().is(Role.STUDENT);
    }

    private void edit(BookingDetails booking, Runnable changed) {
        new EditDialog(texts, booking, isOwn(booking), bookings::edit, outcome -> {
            say(outcome, "actions.edited", "actions.edited-before");
            changed.run();
        }).open();
    }

    private void move(BookingDetails booking, Runnable changed) {
        new MoveDialog(texts, booking, isOwn(booking), () -> bookings.placesFor(booking.id()), bookings::reschedule, outcome -> {
            if (outcome instanceof BookingOutcome.Done done) {
                Notices.done(texts.get("actions.moved." + done.booking().status(), texts.when(done.booking())));
            } else {
                say(outcome, "actions.edited", "actions.moved-before");
            }
            changed.run();
        }).open();
    }

    private void askToCancel(BookingDetails booking, Runnable changed) {
        boolean own = isOwn(booking);
        var what = texts.facts(booking.service(), texts.when(booking), booking.purpose(), booking.players(), "");
        var sender = new Sender<Decision.Cancel>();
        new ReasonDialog(texts, texts.get(own ? "mine.cancel-title" : "staff.cancel-title", booking.studentName()),
                List.of(what, new Paragraph(texts.get("mine.cancel-text"))), !own, texts.get("mine.keep"), texts.get("mine.cancel-now"),
                reason -> cancelled(sender.send(new Decision.Cancel(booking.id(), reason, booking.version()), bookings::cancel), changed)).open();
    }

    /** @return what keeps the dialog open */
    private Optional<Refused> cancelled(BookingOutcome outcome, Runnable changed) {
        Optional<Refused> mendable = outcome.refusal().filter(Mendable::is);
        if (mendable.isEmpty()) {
            say(outcome, "mine.cancelled", "mine.cancelled-before");
            changed.run();
        }
        return mendable;
    }

    private void say(BookingOutcome outcome, String done, String before) {
        switch (outcome) {
            case BookingOutcome.Done it -> Notices.done(texts.get(done));
            case BookingOutcome.AlreadySo it -> Notices.done(texts.get(before));
            case BookingOutcome.Stale it -> Notices.refused(texts.changes(it));
            case BookingOutcome.NotDone refused -> Notices.refused(texts.refusal(refused.why()));
        }
    }
}
