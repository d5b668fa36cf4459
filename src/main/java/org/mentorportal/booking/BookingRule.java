package org.mentorportal.booking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;

/**
 * A rule of a higher module that binds every path to a seat: requests, staff, plans, moves, restoring. It may read, and changes
 * nothing.
 */
public interface BookingRule {

    /**
     * A condition in SQL on the row {@code s} of a service: whether this rule says anything about it. Read with the facts of a
     * claim, so that a rule costs a statement only where it binds.
     */
    String concerns();

    /** Asked after the locks were taken, if it concerns the service. */
    Optional<Refused> broken(ClaimedSlot claim);

    /**
     * The same beforehand, for screens that show many slots: in as few reads as possible.
     *
     * @param resources whose services are meant
     * @param first     the first day
     * @param last      the last day
     */
    List<Bar> bars(Collection<AccountId> students, Collection<ResourceId> resources, LocalDate first, LocalDate last);
}
