package org.mentorportal.booking;

import java.util.Optional;
import org.mentorportal.shared.Refused;

/**
 * A rule of a higher module that binds every path to a seat: requests, staff, plans, moves, restoring. It is asked after the
 * locks were taken, and by screens beforehand; it may read, and changes nothing.
 */
public interface BookingRule {

    Optional<Refused> broken(ClaimedSlot claim);
}
