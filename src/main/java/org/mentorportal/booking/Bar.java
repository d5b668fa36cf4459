package org.mentorportal.booking;

import java.time.LocalDate;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;

/**
 * That a student cannot book a service on some days.
 *
 * @param first the first of the days, in the school's zone
 * @param last  the last of them
 */
public record Bar(AccountId student, ServiceId service, LocalDate first, LocalDate last, Refused why) {

    boolean covers(ServiceId other, LocalDate day) {
        return service.equals(other) && !day.isBefore(first) && !day.isAfter(last);
    }
}
