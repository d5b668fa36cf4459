package org.mentorportal.account;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.SecondFactorOutcome.NotDone;
import org.mentorportal.account.SecondFactorOutcome.Passed;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether a code of the second factor fits. Guessing codes is slowed as guessing passwords is, and counted apart from it. */
@Component
class CodeCheck {

    private static final Logger log = LoggerFactory.getLogger(CodeCheck.class);

    private final SecondFactors factors;
    private final SignInThrottle throttle;

    CodeCheck(SecondFactors factors, SignInThrottle throttle) {
        this.factors = factors;
        this.throttle = throttle;
    }

    /** @param address where the person comes from */
    SecondFactorOutcome show(Actor person, String code, String address) {
        var shown = new AtomicReference<@Nullable SecondFactorOutcome>();
        Optional<Refused> slowed = throttle.attemptWithoutATurn("codes of account " + person.id(), address, () -> {
            SecondFactorOutcome said = factors.show(person, code);
            shown.set(said);
            return wasTried(said) ? Optional.of(said instanceof Passed) : Optional.empty();
        });
        SecondFactorOutcome outcome = shown.get();
        if (outcome == null) {
            log.warn("codes of account {} slowed, from {}", person.id(), address);
            return new NotDone(slowed.orElseThrow());
        }
        if (outcome instanceof NotDone) {
            log.warn("code of account {} {}, from {}", person.id(), wasTried(outcome) ? "did not fit" : "could not be tried", address);
        } else {
            log.info("account {} showed a second factor, from {}", person.id(), address);
        }
        return outcome;
    }

    /** A portal that is busy says nothing about the code. */
    private static boolean wasTried(SecondFactorOutcome outcome) {
        return outcome.refusal().filter(why -> why.rule() instanceof CommandRule).isEmpty();
    }
}
