package org.mentorportal.account;

import org.mentorportal.account.PasswordOutcome.Chosen;
import org.mentorportal.account.PasswordOutcome.NotDone;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** A repeat is told that a password was chosen; it is not compared with the first one's, which nobody keeps in a form that could be. */
@Component
class PasswordAnswers implements Answers<PasswordOutcome> {

    @Override
    public PasswordOutcome refused(Refused why) {
        return new NotDone(why);
    }

    @Override
    public Receipt keep(PasswordOutcome success) {
        return new Receipt("CHOSEN", 0, AccountState.ENABLED.name(), 0);
    }

    @Override
    public PasswordOutcome again(Receipt first) {
        return new Chosen();
    }
}
