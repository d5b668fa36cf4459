package org.mentorportal.trail.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingId;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.shared.ui.Facts;
import org.mentorportal.trail.AsOf;
import org.mentorportal.trail.BookingThen;
import org.mentorportal.trail.EnrolmentThen;
import org.springframework.stereotype.Component;

/** How a booking or an enrolment stood at a moment that the reader chooses. */
@Component
class ThenCards {

    private final AsOf asOf;
    private final TrailTexts texts;
    private final Clock clock;

    ThenCards(AsOf asOf, TrailTexts texts, Clock clock) {
        this.asOf = asOf;
        this.texts = texts;
        this.clock = clock;
    }

    /** Nothing for what has no state worth a look. */
    Optional<ThenCard> of(Subject subject) {
        return switch (subject.type()) {
            case "booking" -> Optional.of(card(moment -> asOf.booking(new BookingId(subject.id()), moment).map(this::facts)));
            case "enrolment" -> Optional.of(card(moment -> asOf.enrolment(new EnrolmentId(subject.id()), moment).map(this::facts)));
            default -> Optional.empty();
        };
    }

    private ThenCard card(Function<Instant, Optional<Facts>> state) {
        return new ThenCard(texts, clock.instant(), state);
    }

    private Facts facts(BookingThen then) {
        return new Facts().with(texts.get("trail.then.status"), texts.words().of(then.status()))
                .with(texts.get("trail.then.time"), texts.formats().daySpan(then.start(), then.end()))
                .with(texts.get("trail.then.seat"), texts.get("trail.then.seat-of", then.seat(), then.capacity()))
                .with(texts.get("trail.then.players"), Integer.toString(then.players()))
                .with(texts.get("trail.then.held"), then.heldStatus() == null ? "" : texts.get("trail.then.held-as", texts.words().of(then.heldStatus())))
                .with(texts.get("trail.then.version"), Integer.toString(then.version()));
    }

    private Facts facts(EnrolmentThen then) {
        return new Facts().with(texts.get("trail.then.status"), texts.words().of(then.status()))
                .with(texts.get("trail.then.planned"), Integer.toString(then.plan().size()))
                .with(texts.get("trail.then.paused"), then.pause() == null ? "" : texts.formats().dayTime(then.pause().since()))
                .with(texts.get("trail.then.declined"), then.declined() == null ? "" : texts.formats().dayTime(then.declined()))
                .with(texts.get("trail.then.version"), Integer.toString(then.version()));
    }
}
