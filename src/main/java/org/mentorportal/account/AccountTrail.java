package org.mentorportal.account;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.AuditEvent;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Component;

/** What the trail remembers of an account: its state, its roles and which parts changed; no name, address or password. */
@Component
class AccountTrail {

    private final AccountRepository accounts;
    private final AuditTrail trail;
    private final AccountChanges changes;

    AccountTrail(AccountRepository accounts, AuditTrail trail, AccountChanges changes) {
        this.accounts = accounts;
        this.trail = trail;
        this.changes = changes;
    }

    /** Writes a new account, and its event. */
    Account created(Account account, By by, CommandRun run, Map<String, ?> facts) {
        accounts.saveAndFlush(account);
        append(account, null, Set.of(AccountPart.STATE), by, run, facts);
        return account;
    }

    /** Writes what changed of {@code account}, and its event; nothing else may change it in the same command. */
    void changed(Account account, AccountState before, Set<AccountPart> parts, By by, CommandRun run, Map<String, ?> facts) {
        accounts.flush();
        append(account, before, parts, by, run, facts);
    }

    private void append(Account account, @Nullable AccountState before, Set<AccountPart> parts, By by, CommandRun run, Map<String, ?> facts) {
        AuditEvent event = run.event(by, subject(account.id()), account.version(), before == null ? null : before.name(), account.state().name());
        trail.append(event.withChanged(parts).withFacts(Map.of("roles", names(account.roles()))).withFacts(facts));
        changes.changed(account.id());
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(joining(","));
    }

    /** Whoever acts for themselves does so in whichever role they have. */
    static By self(Account account) {
        return account.asActor().asFirstOf(Role.values()).orElseThrow();
    }

    static Subject subject(AccountId account) {
        return new Subject("account", account.value());
    }
}
