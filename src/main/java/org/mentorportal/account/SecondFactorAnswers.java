package org.mentorportal.account;

import org.jspecify.annotations.Nullable;
import org.mentorportal.account.SecondFactorOutcome.NotDone;
import org.mentorportal.account.SecondFactorOutcome.Off;
import org.mentorportal.account.SecondFactorOutcome.On;
import org.mentorportal.account.SecondFactorOutcome.Passed;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Refused;

/**
 * The answers to one sending.
 *
 * @param made the recovery codes that this sending would make; null for one that makes none. A repeat of another sending is not
 *             told those which nobody knows any more
 */
record SecondFactorAnswers(SecondFactorStore store, @Nullable RecoveryCodes made) implements Answers<SecondFactorOutcome> {

    private static final String ON = "ON";
    private static final String PASSED = "PASSED";
    private static final String OFF = "OFF";

    @Override
    public SecondFactorOutcome refused(Refused why) {
        return new NotDone(why);
    }

    @Override
    public Receipt keep(SecondFactorOutcome success) {
        String kind = switch (success) {
            case On on -> ON;
            case Passed passed -> PASSED;
            case Off off -> OFF;
            case NotDone no -> throw new IllegalArgumentException("a refusal is not kept");
        };
        return new Receipt(kind, 0, kind, 0);
    }

    @Override
    public SecondFactorOutcome again(Receipt first) {
        return switch (first.outcome()) {
            case PASSED -> new Passed();
            case OFF -> new Off();
            default -> made != null && store.hasRecovery(RecoveryCodes.hash(made.all().getFirst())) ? new On(made.all())
                    : new NotDone(Refused.because(AccountRule.SECOND_FACTOR_ON));
        };
    }
}
