package org.mentorportal.session;

import java.util.List;
import org.mentorportal.booking.BookingId;

/** What a mentor is to be asked once a mark was given or taken back; answered by the module that knows enrolments. */
public interface Consequences {

    /** Asked inside the command's transaction, after {@link AttendanceMarked} or {@link AttendanceReset}; it only reads. */
    List<AttendanceQuestion> after(BookingId booking);
}
