package org.mentorportal.booking;

import java.util.Optional;
import org.mentorportal.shared.Refused;

/** What a person says with a decision, and its student reads. */
public final class Reason {

    private static final int LONGEST = 300;

    private Reason() {
    }

    /** @param words as typed, without blanks at either end */
    public static Optional<Refused> missingOrTooLong(String words) {
        return words.isEmpty() ? Optional.of(Refused.because(BookingRuleId.REASON_NEEDED)) : tooLong(words);
    }

    public static Optional<Refused> tooLong(String words) {
        return words.length() > LONGEST ? Optional.of(Refused.because(BookingRuleId.DETAILS_TOO_LONG)) : Optional.empty();
    }
}
