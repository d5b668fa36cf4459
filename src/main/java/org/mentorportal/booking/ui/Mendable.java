package org.mentorportal.booking.ui;

import java.util.Set;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;

/** Refusals after which the person can mend what they wrote, or press again: the dialog stays. */
final class Mendable {

    private static final Set<RuleId> RULES = Set.of(BookingRuleId.PURPOSE_NEEDED, BookingRuleId.DETAILS_TOO_LONG,
            BookingRuleId.TOO_MANY_PLAYERS, BookingRuleId.REASON_NEEDED, BookingRuleId.NOT_A_STUDENT, BookingRuleId.NOT_FOR_ONESELF,
            CommandRule.BUSY, CommandRule.BEING_CHECKED, CommandRule.TOO_MANY);

    private Mendable() {
    }

    static boolean is(Refused refused) {
        return RULES.contains(refused.rule());
    }
}
