package org.mentorportal.session.ui;

import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.command.CommandKey;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.Mark;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;

/**
 * What a person chose to do about a place.
 *
 * @param mark null takes the mark back
 */
record Choice(BookingId booking, @Nullable Mark mark, String reason) {

    AttendanceOutcome send(AttendanceService attendance, CommandKey key) {
        return mark == null ? attendance.reset(new ResetAttendance(booking, reason), key)
                : attendance.mark(new MarkAttendance(booking, mark, reason), key);
    }
}
