package org.mentorportal.account;

import java.time.Instant;
import org.mentorportal.account.LinkOutcome.Made;
import org.mentorportal.account.LinkOutcome.MadeBefore;
import org.mentorportal.account.LinkOutcome.NotDone;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.PortalAddress;
import org.mentorportal.shared.Refused;

/**
 * The answers to one sending. A repeat is told that the link was made, but not which, since nobody knows it any more; unless it
 * was this very sending that made it, and only the news of its commit was lost.
 *
 * @param token what this sending would make
 */
record LinkAnswers(AccountReader reader, LinkStore links, PortalAddress portal, LinkToken token) implements Answers<LinkOutcome> {

    @Override
    public LinkOutcome refused(Refused why) {
        return new NotDone(why);
    }

    @Override
    public Receipt keep(LinkOutcome success) {
        AccountDetails account = ((Made) success).account();
        return new Receipt("MADE", account.id().value(), account.state().name(), account.version());
    }

    @Override
    public LinkOutcome again(Receipt first) {
        AccountDetails account = reader.get(new AccountId(first.subject()));
        return links.find(token, Instant.EPOCH).<LinkOutcome>map(link -> new Made(account, link.kind(), portal.to(link.kind().path(token)), link.expires()))
                .orElseGet(() -> new MadeBefore(account));
    }
}
