package org.mentorportal.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.SecondFactorCommand.TurnOffSecondFactor;
import org.mentorportal.account.SecondFactorCommand.TurnOnSecondFactor;
import org.mentorportal.account.SecondFactorOutcome.NotDone;
import org.mentorportal.account.SecondFactorOutcome.Off;
import org.mentorportal.account.SecondFactorOutcome.On;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * A person's second factor: shown after the password, set up by whoever wants or needs one, taken away by its person with a code,
 * or by an admin for somebody who has lost theirs.
 */
@Service
public class SecondFactorService {

    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final SecondFactorStore store;
    private final SecretBox box;
    private final CodeCheck codes;
    private final AccountTrail trail;
    private final Commands commands;
    private final CurrentActor actor;
    private final Clock clock;

    SecondFactorService(AccountRepository accounts, SecondFactors factors, SecondFactorStore store, SecretBox box, CodeCheck codes,
                        AccountTrail trail, Commands commands, CurrentActor actor, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.store = store;
        this.box = box;
        this.codes = codes;
        this.trail = trail;
        this.commands = commands;
        this.actor = actor;
        this.clock = clock;
    }

    /** Whether the person signs in with one. */
    @PermitAll
    public boolean isMineOn() {
        return store.isOn(entering().actor().id());
    }

    /** Whether the person cannot do without. */
    @PermitAll
    public boolean isMineRequired() {
        return factors.isRequiredOf(entering().actor().roles());
    }

    @PermitAll
    public SecondFactorOffer offer() {
        return new SecondFactorOffer(entering().getName());
    }

    /** Lets in whoever has shown their password in this session. @param address where they come from */
    @PermitAll
    public SecondFactorOutcome enter(String code, String address) {
        PortalUser user = entering();
        SecondFactorOutcome outcome = codes.show(user.actor(), code, address);
        letInUnlessRefused(user, outcome);
        return outcome;
    }

    /** Sets up what was offered, if {@code code} shows that the app has it. All other sessions of the person are over. */
    @PermitAll
    public SecondFactorOutcome turnOn(SecondFactorOffer offer, String code, CommandKey key) {
        PortalUser user = entering();
        Optional<Long> step = Totp.stepThatFits(offer.secret(), code, clock.instant());
        if (step.isEmpty()) {
            return new NotDone(Refused.because(AccountRule.CODE_WRONG));
        }
        RecoveryCodes recovery = RecoveryCodes.random();
        AccountId id = user.actor().id();
        SecondFactorOutcome outcome = actor.goingOn(expected -> commands.run(new TurnOnSecondFactor(id), key, user.actor(), Locks.of(id),
                new SecondFactorAnswers(store, recovery), run -> store.turnOn(id, box.close(id, offer.secret()), step.get(), recovery.hashes())
                        .map(version -> on(id, version, recovery, expected, run))
                        .orElseGet(() -> new NotDone(Refused.because(AccountRule.SECOND_FACTOR_ON)))));
        letInUnlessRefused(user, outcome);
        return outcome;
    }

    private SecondFactorOutcome on(AccountId id, int version, RecoveryCodes codes, PowerToCome expected, CommandRun run) {
        ended(id, version, SecondFactors.OFF, SecondFactors.ON, expected, null, run);
        return new On(codes.all());
    }

    /** With a code, for one must have it to do without it. */
    @PermitAll
    public SecondFactorOutcome turnOffMine(String code, String address, CommandKey key) {
        Actor person = actor.get();
        if (factors.isRequiredOf(person.roles())) {
            return new NotDone(Refused.because(AccountRule.SECOND_FACTOR_REQUIRED));
        }
        SecondFactorOutcome shown = codes.show(person, code, address);
        return shown instanceof NotDone ? shown : actor.goingOn(expected -> turnedOff(person.id(), person, key, expected, null));
    }

    /** For somebody who has lost app and recovery codes; the admin makes sure who asks. Nobody does it for themselves. */
    @RolesAllowed("ADMIN")
    public SecondFactorOutcome turnOff(AccountId account, CommandKey key) {
        By by = actor.as(Role.ADMIN);
        return account.equals(by.account()) ? new NotDone(Refused.because(AccountRule.SECOND_FACTOR_REQUIRED))
                : turnedOff(account, actor.get(), key, power -> { }, by);
    }

    private SecondFactorOutcome turnedOff(AccountId account, Actor person, CommandKey key, PowerToCome expected, @Nullable By by) {
        return commands.run(new TurnOffSecondFactor(account), key, person, Locks.of(account), new SecondFactorAnswers(store, null),
                run -> store.turnOff(account).<SecondFactorOutcome>map(version -> {
                    ended(account, version, SecondFactors.ON, SecondFactors.OFF, expected, by, run);
                    return new Off();
                }).orElseGet(() -> new NotDone(Refused.because(AccountRule.SECOND_FACTOR_OFF))));
    }

    /** Whoever signed in otherwise before is out. */
    private void ended(AccountId id, int version, String from, String to, PowerToCome expected, @Nullable By by, CommandRun run) {
        Account account = accounts.lock(id.value()).orElseThrow();
        By who = by == null ? AccountTrail.self(account) : by;
        account.endSessions();
        expected.is(account.power());
        trail.changed(account, account.state(), Set.of(AccountPart.SECOND_FACTOR), who, run, Map.of());
        factors.append(who, id, version, from, to, Map.of(), run);
    }

    private static void letInUnlessRefused(PortalUser user, SecondFactorOutcome outcome) {
        Stay stay = user.stay();
        if (stay != null && !(outcome instanceof NotDone)) {
            stay.letIn();
        }
    }

    private PortalUser entering() {
        return actor.entering().orElseThrow(() -> new AccessDeniedException("nobody is signing in"));
    }
}
