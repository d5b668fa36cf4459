package org.mentorportal.account;

import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentorportal.account.LinkStore.OpenLink;
import org.mentorportal.account.PasswordOutcome.Chosen;
import org.mentorportal.account.PasswordOutcome.NotDone;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The other end of {@link AccountLinks}: somebody who is not signed in has a link, and that is all they need to have. Of links
 * that were used, replaced, have expired or never were, all is answered the same.
 */
@Service
public class PasswordLinks {

    private static final Refused OVER = Refused.because(AccountRule.LINK_OVER);

    private final AccountRepository accounts;
    private final LinkStore links;
    private final NewPasswords passwords;
    private final PasswordAnswers answers;
    private final AccountTrail trail;
    private final Commands commands;
    private final Clock clock;

    PasswordLinks(AccountRepository accounts, LinkStore links, NewPasswords passwords, PasswordAnswers answers, AccountTrail trail,
                  Commands commands, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.answers = answers;
        this.trail = trail;
        this.commands = commands;
        this.clock = clock;
    }

    /** Changes nothing. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<LinkPage> look(LinkToken token) {
        return links.find(token, clock.instant()).map(link -> {
            Account account = accounts.findById(link.account().value()).orElseThrow();
            return new LinkPage(link.kind(), account.displayName(), account.email());
        });
    }

    /** Uses the link up; a password that may not be one leaves it as it was. */
    @PermitAll
    public PasswordOutcome choose(LinkToken token, String password, CommandKey key) {
        Optional<OpenLink> link = links.find(token, clock.instant());
        if (link.isEmpty()) {
            return new NotDone(OVER);
        }
        Account owner = accounts.findById(link.get().account().value()).orElseThrow();
        return passwords.with(password, owner.displayName(), owner.email(),
                hash -> commands.run(new ChoosePassword(link.get().id()), key, owner.asActor(), Locks.of(owner.id()), answers,
                        run -> chosen(owner, token, hash, run)), NotDone::new);
    }

    /** Of two at once, the second finds no link. */
    private PasswordOutcome chosen(Account owner, LinkToken token, PasswordHash hash, CommandRun run) {
        Account account = accounts.lock(owner.id().value()).orElseThrow();
        if (links.find(token, run.at()).isEmpty()) {
            return new NotDone(OVER);
        }
        links.endAll(account.id(), run.at());
        AccountState before = account.state();
        account.choosePassword(hash);
        trail.changed(account, before, Set.of(AccountPart.PASSWORD), AccountTrail.self(account), run, Map.of());
        return new Chosen();
    }
}
