package org.mentorportal.booking;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Outage;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Other slots, for whoever lost the one that they wanted. */
final class Offers {

    private static final Logger log = LoggerFactory.getLogger(Offers.class);

    /** Refusals after which other free slots are what the person needs next. */
    private static final Set<RuleId> LOST = Set.of(BookingRuleId.SLOT_TAKEN, BookingRuleId.RESOURCE_TAKEN, BookingRuleId.CLOSED,
            BookingRuleId.OWN_BOOKING_THEN, BookingRuleId.STUDENT_BOOKED_THEN, BookingRuleId.ONE_PER_DAY, BookingRuleId.QUOTA_DAY,
            BookingRuleId.QUOTA_WEEK, BookingRuleId.NO_SUCH_SLOT, BookingRuleId.CONFLICT);

    private Offers() {
    }

    /** @param others read only if they are needed */
    static BookingOutcome with(BookingOutcome outcome, Supplier<List<Slot>> others) {
        return outcome instanceof NotDone lost && LOST.contains(lost.why().rule()) ? with(lost.why(), others) : outcome;
    }

    /** The refusal stands, also if the database cannot be asked for others. */
    static NotDone with(Refused why, Supplier<List<Slot>> others) {
        try {
            return new NotDone(why, others.get());
        } catch (RuntimeException failure) {
            if (Outage.of(failure).isEmpty()) {
                throw failure;
            }
            log.warn("no other slots could be looked up", failure);
            return new NotDone(why);
        }
    }
}
