package org.mentorportal.account;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** From what a person typed to what is kept of it, before any command: a password is in none, nor in a receipt or a log. */
@Component
class NewPasswords {

    private final PasswordRules rules;
    private final PasswordTurns turns;
    private final PasswordEncoder encoder;

    NewPasswords(PasswordRules rules, PasswordTurns turns, PasswordEncoder encoder) {
        this.rules = rules;
        this.turns = turns;
        this.encoder = encoder;
    }

    /** {@code use} with the hash of {@code password}, or {@code refused} if it may not be one or the machine is too busy to hash it. */
    <O> O with(String password, String name, String email, Function<PasswordHash, O> use, Function<Refused, O> refused) {
        Optional<Refused> broken = rules.firstBroken(password, List.of(name, email));
        if (broken.isPresent()) {
            return refused.apply(broken.get());
        }
        return turns.take(() -> new PasswordHash(encoder.encode(password))).map(use)
                .orElseGet(() -> refused.apply(Refused.because(CommandRule.BUSY)));
    }
}
