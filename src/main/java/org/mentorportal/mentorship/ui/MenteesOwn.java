package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.AnswerOutcome;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.WarningDetails;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.ReasonField;
import org.springframework.stereotype.Component;

/** What mentees do themselves about a no-show, and about what a suspension holds. */
@Component
class MenteesOwn {

    private final BookingService bookings;
    private final MentorshipService mentorship;
    private final MentorshipTexts texts;

    MenteesOwn(BookingService bookings, MentorshipService mentorship, MentorshipTexts texts) {
        this.bookings = bookings;
        this.mentorship = mentorship;
        this.texts = texts;
    }

    /** @param changed runs once it was given up */
    Button giveUp(BookingDetails booking, Runnable changed) {
        var button = new Button(texts.get("give-up.button"), click -> askToGiveUp(booking, changed));
        button.setAriaLabel(texts.get("give-up.spoken", booking.service().title(), texts.when(booking)));
        return button;
    }

    private void askToGiveUp(BookingDetails booking, Runnable changed) {
        var sending = new Sender<GiveUp>();
        new AskDialog(texts, texts.get("give-up.title"), List.of(new Paragraph(booking.service().title() + ", " + texts.when(booking)),
                new Paragraph(texts.get("give-up.meaning"))), Optional.empty(), texts.get("give-up.keep"), texts.get("give-up.now"),
                AskDialog.Look.GRAVE, text -> {
                    BookingOutcome outcome = sending.send(new GiveUp(booking.id()), bookings::giveUp);
                    return said(outcome.refusal(), "give-up.done", changed);
                }).open();
    }

    /** @param changed runs once it was answered */
    Button answer(WarningDetails warning, Runnable changed) {
        var button = new Button(texts.get(warning.answer() == null ? "answer.button" : "answer.button-again"),
                click -> askForAnswer(warning, changed));
        button.setAriaLabel(texts.get("answer.spoken", texts.formats().dayTime(warning.start())));
        return button;
    }

    private void askForAnswer(WarningDetails warning, Runnable changed) {
        var sending = new Sender<AnswerNoShow>();
        var words = new ReasonField(texts.get("answer.words"), texts.get("answer.words-help"), texts.get("mentee.reason-missing"));
        words.setValue(Objects.requireNonNullElse(warning.answer(), ""));
        new AskDialog(texts, texts.get("answer.title"), List.of(new Paragraph(warning.service().title() + ", "
                + texts.formats().daySpan(warning.start(), warning.end())), new Paragraph(texts.get("answer.meaning"))),
                Optional.of(words), texts.get("answer.leave"), texts.get("answer.send"), AskDialog.Look.PRIMARY, text -> {
                    AnswerOutcome outcome = sending.send(new AnswerNoShow(warning.id(), text), mentorship::answer);
                    return said(outcome.refusal(), "answer.done", changed);
                }).open();
    }

    private Optional<Refused> said(Optional<Refused> refused, String done, Runnable changed) {
        if (refused.isEmpty()) {
            Notices.done(texts.get(done));
            changed.run();
        }
        return refused;
    }
}
