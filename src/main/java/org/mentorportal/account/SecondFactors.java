package org.mentorportal.account;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.mentorportal.account.SecondFactorCommand.ShowCode;
import org.mentorportal.account.SecondFactorOutcome.NotDone;
import org.mentorportal.account.SecondFactorOutcome.Passed;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Who needs a second factor, and whether a code that was shown is one. */
@Component
@EnableConfigurationProperties(SecondFactorSettings.class)
class SecondFactors {

    static final String ON = "ON";
    static final String OFF = "OFF";

    private final SecondFactorStore store;
    private final SecretBox box;
    private final SecondFactorSettings settings;
    private final ObjectProvider<DemoSignIns> demo;
    private final AuditTrail trail;
    private final Commands commands;
    private final Clock clock;

    SecondFactors(SecondFactorStore store, SecretBox box, SecondFactorSettings settings, ObjectProvider<DemoSignIns> demo, AuditTrail trail,
                  Commands commands, Clock clock) {
        this.store = store;
        this.box = box;
        this.settings = settings;
        this.demo = demo;
        this.trail = trail;
        this.commands = commands;
        this.clock = clock;
    }

    /** What signing in needs after the password. */
    Step stepOf(Account account) {
        if (store.isOn(account.id())) {
            return Step.CODE;
        }
        return isRequiredOf(account.roles()) ? Step.SET_UP : Step.IN;
    }

    /** The demo school's accounts are everybody's. */
    boolean isRequiredOf(Set<Role> roles) {
        return demo.stream().allMatch(school -> school.offered().isEmpty()) && roles.stream().anyMatch(settings.requiredFor()::contains);
    }

    /** Uses {@code code} up: one of the app, for this half minute or its neighbours, or a recovery code. */
    SecondFactorOutcome show(Actor person, String code) {
        return commands.run(new ShowCode(person.id()), CommandKey.fresh(), person, Locks.of(person.id()),
                new SecondFactorAnswers(store, null), run -> shown(person, code, run));
    }

    private SecondFactorOutcome shown(Actor person, String code, CommandRun run) {
        AccountId id = person.id();
        return store.secret(id).map(kept -> box.open(id, kept))
                .flatMap(secret -> Totp.stepThatFits(secret, code, clock.instant()))
                .flatMap(step -> store.use(id, step)).map(version -> passed(person, version, "app", run))
                .or(() -> store.useRecovery(id, RecoveryCodes.hash(code)).map(version -> passed(person, version, "recovery-code", run)))
                .orElseGet(() -> new NotDone(Refused.because(AccountRule.CODE_WRONG)));
    }

    private SecondFactorOutcome passed(Actor person, int version, String means, CommandRun run) {
        append(person.asFirstOf(Role.values()).orElseThrow(), person.id(), version, ON, ON, Map.of("means", means), run);
        return new Passed();
    }

    void append(By by, AccountId account, int version, String from, String to, Map<String, ?> facts, CommandRun run) {
        trail.append(run.event(by, new Subject("second-factor", account.value()), version, version == 1 ? null : from, to).withFacts(facts));
    }
}
