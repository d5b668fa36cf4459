package org.mentorportal.account;

import org.jspecify.annotations.Nullable;
import org.mentorportal.account.TokenOutcome.Made;
import org.mentorportal.account.TokenOutcome.MadeBefore;
import org.mentorportal.account.TokenOutcome.NotDone;
import org.mentorportal.account.TokenOutcome.Revoked;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Refused;

/**
 * The answers to one sending. A repeat is told that the token was made, but not its secret, which nobody knows any more;
 * unless it was this very sending that made it, and only the news of its commit was lost.
 *
 * @param secret what this sending would make; null for one that makes nothing
 */
record TokenAnswers(AccessTokenRepository tokens, @Nullable TokenSecret secret) implements Answers<TokenOutcome> {

    static final String VALID = "VALID";
    static final String REVOKED = "REVOKED";

    @Override
    public TokenOutcome refused(Refused why) {
        return new NotDone(why);
    }

    @Override
    public Receipt keep(TokenOutcome success) {
        return success instanceof Made made ? new Receipt("MADE", made.token().id().value(), VALID, 1)
                : new Receipt("REVOKED", ((Revoked) success).token().id().value(), REVOKED, 2);
    }

    @Override
    public TokenOutcome again(Receipt first) {
        AccessToken token = tokens.findById(first.subject()).orElseThrow();
        if (secret == null) {
            return new Revoked(token.info());
        }
        return token.hasSecret(secret) ? new Made(token.info(), secret) : new MadeBefore(token.info());
    }
}
