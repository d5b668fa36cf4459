package org.mentorportal.booking.api;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingChange;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.api.IfMatch;
import org.mentorportal.shared.api.Problem;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a booking, and what came of an action on one, looks like from outside. */
@Component
class BookingReplies {

    static final String PATH = "/api/v1/bookings";

    private final Problems problems;
    private final Formats formats;

    BookingReplies(Problems problems, Formats formats) {
        this.problems = problems;
        this.formats = formats;
    }

    /** 201 for a new booking and each repeat of its sending, 200 for one that was there. */
    ResponseEntity<BookingBody> made(BookingOutcome outcome) {
        BookingBody booking = body(done(outcome));
        ResponseEntity.BodyBuilder reply = outcome instanceof BookingOutcome.Done
                ? ResponseEntity.created(URI.create(PATH + "/" + booking.id())) : ResponseEntity.ok();
        return reply.eTag(IfMatch.etag(booking.version())).body(booking);
    }

    ResponseEntity<BookingBody> changed(BookingOutcome outcome) {
        return found(done(outcome));
    }

    ResponseEntity<BookingBody> found(BookingDetails booking) {
        return ResponseEntity.ok().eTag(IfMatch.etag(booking.version())).body(body(booking));
    }

    /** Another person's booking and one that never was are answered the same. */
    ProblemException unknown() {
        return new ProblemException(problems.of(Refused.because(BookingRuleId.UNKNOWN_BOOKING)));
    }

    private BookingDetails done(BookingOutcome outcome) {
        return switch (outcome) {
            case BookingOutcome.Done(BookingDetails booking) -> booking;
            case BookingOutcome.AlreadySo(BookingDetails booking) -> booking;
            case BookingOutcome.Stale(BookingDetails current, List<BookingChange> since) -> throw new ProblemException(
                    problems.of(outcome.refusal().orElseThrow()).withChanges(current.version(), since.stream().map(this::change).toList()));
            case BookingOutcome.NotDone(Refused why, List<Slot> nearest) -> throw new ProblemException(nearest.isEmpty()
                    ? problems.of(why) : problems.of(why).withNearestFree(nearest.stream().map(this::span).toList()));
        };
    }

    private Problem.Change change(BookingChange change) {
        return new Problem.Change(change.who(), formats.withOffset(change.at()),
                change.parts().stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private Problem.Span span(Slot slot) {
        return new Problem.Span(formats.withOffset(slot.start()), formats.withOffset(slot.end()));
    }

    BookingBody body(BookingDetails booking) {
        return new BookingBody(booking.id().value(), booking.status(), booking.version(),
                new BookingBody.Booked(booking.service().id().value(), booking.service().name(), booking.service().resource().name()),
                new BookingBody.Person(booking.student().value(), booking.studentName()), formats.withOffset(booking.start()),
                formats.withOffset(booking.end()), booking.purpose(), booking.players(), booking.contact(),
                formats.withOffset(booking.requestedAt()), booking.bookedBy(), booking.decidedBy(), offset(booking.decidedAt()),
                booking.reason(), booking.lapsed(), formats.withOffset(booking.cancelUntil()),
                BookingBody.Session.of(booking.meeting()));
    }

    private @Nullable OffsetDateTime offset(@Nullable Instant moment) {
        return moment == null ? null : formats.withOffset(moment);
    }
}
