package org.mentorportal.account;

import jakarta.annotation.security.PermitAll;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.PasswordOutcome.Chosen;
import org.mentorportal.account.PasswordOutcome.NotDone;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Service;

/**
 * After an installation nobody has an account, and whoever can read the portal's log or its data folder becomes the first
 * admin, once. The token lives in this process alone: a restart makes another, and several nodes have one each, of which the
 * first to be used counts, since the database decides whether there is an account already.
 */
@Service
public class FirstAdmin {

    /** How long a token is good. */
    public static final Duration TOKEN_AGE = Duration.ofHours(24);

    private record Issued(byte[] hash, Instant expires) {
    }

    private final AccountRepository accounts;
    private final NewPasswords passwords;
    private final PasswordAnswers answers;
    private final AccountTrail trail;
    private final Commands commands;
    private final Clock clock;
    private volatile @Nullable Issued issued;
    private volatile boolean done;

    FirstAdmin(AccountRepository accounts, NewPasswords passwords, PasswordAnswers answers, AccountTrail trail, Commands commands,
               Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.answers = answers;
        this.trail = trail;
        this.commands = commands;
        this.clock = clock;
    }

    /** Whether there is nobody yet; accounts are never deleted, so that a no is for good. */
    @PermitAll
    public boolean isNeeded() {
        if (!done) {
            done = accounts.count() > 0;
        }
        return !done;
    }

    /** A new token, in place of the one before it; for the start of the portal, which tells it to whoever installs it. */
    @PermitAll
    public LinkToken issue() {
        LinkToken token = LinkToken.random();
        issued = new Issued(token.hash(), clock.instant().plus(TOKEN_AGE));
        return token;
    }

    /** Exactly one of all who try becomes the first admin, and from then on nobody. */
    @PermitAll
    public PasswordOutcome setUp(SetUp details, LinkToken token, String password, CommandKey key) {
        if (!isGood(token)) {
            return new NotDone(Refused.because(AccountRule.SET_UP_TOKEN));
        }
        Optional<Refused> broken = AccountForm.firstBroken(details.email(), details.displayName(), Set.of(Role.ADMIN));
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        Actor nobody = CurrentActor.setUp();
        return passwords.with(password, details.displayName(), details.email(), hash ->
                commands.run(details, key, nobody, Locks.administering(), answers, run -> done(details, hash, run)), NotDone::new);
    }

    private boolean isGood(LinkToken token) {
        Issued now = issued;
        return now != null && clock.instant().isBefore(now.expires) && MessageDigest.isEqual(now.hash, token.hash());
    }

    private PasswordOutcome done(SetUp details, PasswordHash password, CommandRun run) {
        if (accounts.count() > 0) {
            return new NotDone(Refused.because(AccountRule.SET_UP_DONE));
        }
        var admin = new Account(new NewAccount(details.email(), details.displayName(), password, Set.of(Role.ADMIN)));
        trail.created(admin, CurrentActor.setUp().asFirstOf(Role.ADMIN).orElseThrow(), run, Map.of());
        return new Chosen();
    }
}
