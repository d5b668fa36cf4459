package org.mentorportal.account;

import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.PasswordOutcome.Chosen;
import org.mentorportal.account.PasswordOutcome.NotDone;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** A person's own password, changed by whoever knows it: the session that changed it goes on, all others are over. */
@Service
public class OwnPassword {

    private final AccountRepository accounts;
    private final NewPasswords newPasswords;
    private final PasswordEncoder encoder;
    private final PasswordAnswers answers;
    private final SignInThrottle throttle;
    private final AccountTrail trail;
    private final LinkStore links;
    private final Commands commands;
    private final CurrentActor actor;

    OwnPassword(AccountRepository accounts, NewPasswords newPasswords, PasswordEncoder encoder, PasswordAnswers answers,
                SignInThrottle throttle, AccountTrail trail, LinkStore links, Commands commands, CurrentActor actor) {
        this.accounts = accounts;
        this.newPasswords = newPasswords;
        this.encoder = encoder;
        this.answers = answers;
        this.throttle = throttle;
        this.trail = trail;
        this.links = links;
        this.commands = commands;
        this.actor = actor;
    }

    /** The current password is asked for, as often as at the sign-in page and counted with it: an open screen is not enough. */
    @PermitAll
    public PasswordOutcome change(String current, String next, CommandKey key) {
        Actor person = actor.get();
        Account known = accounts.findById(person.id().value()).orElseThrow();
        Optional<Refused> wrong = firstWrong(known, current);
        return wrong.isPresent() ? new NotDone(wrong.get()) : newPasswords.with(next, known.displayName(), known.email(), hash ->
                actor.goingOn(expected -> commands.run(new ChangePassword(person.id()), key, person, Locks.of(person.id()), answers,
                        run -> changed(person, known.passwordHash().orElseThrow(), hash, expected, run))), NotDone::new);
    }

    private Optional<Refused> firstWrong(Account known, String current) {
        var fits = new AtomicReference<@Nullable Boolean>();
        Optional<Refused> slowed = throttle.attempt(known.email(), "session of " + known.id(), () -> {
            fits.set(known.passwordHash().filter(hash -> encoder.matches(current, hash)).isPresent());
            return Boolean.TRUE.equals(fits.get());
        });
        return slowed.isPresent() || Boolean.TRUE.equals(fits.get()) ? slowed
                : Optional.of(Refused.because(AccountRule.PASSWORD_WRONG));
    }

    private PasswordOutcome changed(Actor person, String compared, PasswordHash hash, PowerToCome expected, CommandRun run) {
        Account account = accounts.lock(person.id().value()).orElseThrow();
        if (!account.passwordHash().filter(compared::equals).isPresent()) { // somebody chose another one meanwhile
            return new NotDone(Refused.because(AccountRule.PASSWORD_WRONG));
        }
        AccountState before = account.state();
        links.endAll(account.id(), run.at());
        account.choosePassword(hash);
        expected.is(account.power());
        trail.changed(account, before, Set.of(AccountPart.PASSWORD), AccountTrail.self(account), run, Map.of());
        return new Chosen();
    }

    /** The same password hashed as hard as today's: at sign-in, the one moment at which it is known. */
    void rehash(Account known, PasswordHash hash) {
        commands.run(new RehashPassword(known.id()), CommandKey.fresh(), known.asActor(), Locks.of(known.id()), answers, run -> {
            Account account = accounts.lock(known.id().value()).orElseThrow();
            if (!account.passwordHash().equals(known.passwordHash())) {
                return new NotDone(Refused.because(AccountRule.PASSWORD_WRONG));
            }
            account.rehashPassword(hash);
            trail.changed(account, account.state(), Set.of(AccountPart.PASSWORD), AccountTrail.self(account), run, Map.of());
            return new Chosen();
        });
    }
}
