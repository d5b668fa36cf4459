package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.mentorportal.mentorship.MenteeBooking;

/** A mentee's bookings of a cycle: what is over with its marks, the latest first; then what is to come, the soonest first. */
final class AttendanceList extends Div {

    private final MentorshipTexts texts;

    AttendanceList(MentorshipTexts texts, List<MenteeBooking> latestFirst, Instant now) {
        this.texts = texts;
        List<MenteeBooking> toCome = where(latestFirst, booking -> booking.end().isAfter(now)).reversed();
        List<MenteeBooking> over = where(latestFirst, booking -> !booking.end().isAfter(now));
        if (over.isEmpty()) {
            var none = new Paragraph(texts.get("mentee.history-none"));
            none.addClassName("muted");
            add(none);
        } else {
            add(rows(over, true));
        }
        if (!toCome.isEmpty()) {
            add(new NativeDetails(texts.get("mentee.to-come", toCome.size()), rows(toCome, false)));
        }
    }

    private static List<MenteeBooking> where(List<MenteeBooking> bookings, Predicate<MenteeBooking> which) {
        return bookings.stream().filter(which).toList();
    }

    private Folded rows(List<MenteeBooking> bookings, boolean over) {
        return new Folded(texts, bookings.stream().map(booking -> new AttendanceRow(texts, booking, over)).toList());
    }
}
