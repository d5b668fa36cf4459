package org.mentorportal.mentorship.ui;

import java.time.DayOfWeek;
import java.util.List;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.mentorship.MenteeBooking;
import org.mentorportal.mentorship.WarningDetails;
import org.mentorportal.session.Mark;
import org.mentorportal.session.ui.MarkChip;
import org.mentorportal.shared.Change;
import org.mentorportal.shared.ChangeWords;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.shared.ui.PageLink;
import org.springframework.stereotype.Component;

/** How cycles, enrolments and what belongs to them read on every screen. */
@Component
class MentorshipTexts {

    private final Words words;
    private final Formats formats;
    private final RefusalWords refusals;
    private final ChangeWords changes;

    MentorshipTexts(Words words, Formats formats, RefusalWords refusals, ChangeWords changes) {
        this.words = words;
        this.formats = formats;
        this.refusals = refusals;
        this.changes = changes;
    }

    /** The way to all that was ever done with it. */
    PageLink trail(EnrolmentDetails enrolment) {
        var way = new PageLink("trail?about=enrolment:" + enrolment.id(), words.get("mentee.trail"));
        way.addClassName("quiet");
        return way;
    }

    String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    Formats formats() {
        return formats;
    }

    String refusal(Refused refused) {
        return refusals.of(refused);
    }

    String when(BookingDetails booking) {
        return formats.daySpan(booking.start(), booking.end());
    }

    /** Mon 2 Nov – Fri 18 Dec */
    String days(CycleInfo cycle) {
        return formats.day(cycle.firstDay()) + " – " + formats.day(cycle.lastDay());
    }

    String weekday(DayOfWeek day) {
        return formats.weekdayName(day);
    }

    Chip chip(EnrolmentStatus status) {
        return new Chip(words.of(status), switch (status) {
            case ACTIVE -> Chip.Tone.OK;
            case REPROBATED -> Chip.Tone.NO;
            case UNSUBSCRIBED -> Chip.Tone.OFF;
        });
    }

    /** The mark, or while there is none what the booking is. */
    Chip chip(MenteeBooking booking, boolean over) {
        Mark mark = booking.mark();
        if (over && mark == null && booking.status() == BookingStatus.APPROVED && booking.service().resource().kind() == ResourceKind.MENTOR) {
            return new Chip(get("mentee.not-marked"), Chip.Tone.PENDING);
        }
        return mark == null ? chip(booking.status(), booking.held()) : MarkChip.of(mark, words);
    }

    private Chip chip(BookingStatus status, boolean held) {
        return new Chip(held ? get("mentee.held") : words.of(status), switch (status) {
            case PENDING -> Chip.Tone.PENDING;
            case APPROVED -> Chip.Tone.OK;
            case REJECTED, REVOKED -> Chip.Tone.NO;
            case CANCELLED -> Chip.Tone.OFF;
        });
    }

    Chip chip(WarningDetails.State state) {
        return new Chip(get("mentee.warning." + state), state == WarningDetails.State.COUNTS ? Chip.Tone.NO : Chip.Tone.OFF);
    }

    /** Ana Ruiz · Autumn cycle */
    String who(EnrolmentDetails enrolment) {
        return get("mentee.who", enrolment.studentName(), enrolment.cycle().name());
    }

    /** Who changed what meanwhile. */
    List<String> changes(List<? extends Change> since) {
        return changes.lines(since);
    }
}
