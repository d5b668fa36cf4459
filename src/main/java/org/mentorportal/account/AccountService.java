package org.mentorportal.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who there is. */
@Service
public class AccountService {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final Commands commands;
    private final AuditTrail trail;
    private final CurrentActor actor;

    AccountService(AccountRepository accounts, PasswordEncoder passwords, Commands commands, AuditTrail trail,
                   CurrentActor actor) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.commands = commands;
        this.trail = trail;
        this.actor = actor;
    }

    /** Slow on purpose (Argon2id). */
    @RolesAllowed("ADMIN")
    public PasswordHash hash(String password) {
        return new PasswordHash(passwords.encode(password));
    }

    @RolesAllowed("ADMIN")
    public AccountOutcome create(NewAccount details) {
        By by = actor.as(Role.ADMIN);
        return commands.run(details, actor.get(), Locks.none(), run -> created(details, by, run), AccountOutcome.NotCreated::new);
    }

    private AccountOutcome created(NewAccount details, By by, CommandRun run) {
        if (accounts.findByEmail(details.email().strip().toLowerCase(Locale.ROOT)).isPresent()) {
            return new AccountOutcome.NotCreated(Refused.because(AccountRule.EMAIL_TAKEN, details.email()));
        }
        Account account = accounts.saveAndFlush(new Account(details));
        AccountInfo info = account.info();
        trail.append(run.event(by, new Subject("account", info.id().value()), account.version(), null, "ENABLED")
                .withFacts(Map.of("roles", info.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")))));
        return new AccountOutcome.Created(info);
    }

    /** Display names for a screen that its reader may see; unknown ids are left out. */
    @PermitAll
    @Transactional(readOnly = true)
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return accounts.findAllByIdIn(ids.stream().map(AccountId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(Account::id, Account::displayName));
    }

    /** Whether nobody has an account yet, as after an installation. */
    @PermitAll
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }
}
