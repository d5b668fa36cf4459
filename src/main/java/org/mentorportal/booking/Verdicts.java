package org.mentorportal.booking;

import org.mentorportal.shared.RuleId;

/** Which verdict a refusal is in the list of what came back. */
final class Verdicts {

    private Verdicts() {
    }

    static Verdict of(RuleId rule) {
        if (!(rule instanceof BookingRuleId known)) {
            return Verdict.NOT_BOOKABLE; // a higher module's rule, or busy: no seat was left, and what had it has gone
        }
        return switch (known) {
            case SLOT_TAKEN, RESOURCE_TAKEN, CONFLICT -> Verdict.TAKEN;
            case CLOSED -> Verdict.CLOSED;
            case OWN_BOOKING_THEN, STUDENT_BOOKED_THEN -> Verdict.OWN_BOOKING;
            case ONE_PER_DAY -> Verdict.OTHER_THAT_DAY;
            case SERVICE_RETIRED -> Verdict.NOT_OFFERED;
            case SLOT_PASSED -> Verdict.PAST;
            case NO_SUCH_SLOT -> Verdict.NO_SUCH_SLOT;
            default -> Verdict.NOT_BOOKABLE;
        };
    }
}
