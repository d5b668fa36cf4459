package org.mentorportal.booking;

import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** A repeat is given its booking again, as it was at the first answer. */
@Component
class BookingAnswers implements Answers<BookingOutcome> {

    private final BookingRepository bookings;
    private final BookingReader reader;
    private final FirstAnswer firstAnswer;

    BookingAnswers(BookingRepository bookings, BookingReader reader, FirstAnswer firstAnswer) {
        this.bookings = bookings;
        this.reader = reader;
        this.firstAnswer = firstAnswer;
    }

    @Override
    public BookingOutcome refused(Refused why) {
        return new NotDone(why);
    }

    @Override
    public Receipt keep(BookingOutcome success) {
        BookingDetails booking = ((Done) success).booking();
        return new Receipt("DONE", booking.id().value(), booking.status().name(), booking.version());
    }

    @Override
    public BookingOutcome again(Receipt first) {
        return new Done(reader.details(firstAnswer.of(bookings.findById(first.subject()).orElseThrow().row(), first.version())));
    }
}
