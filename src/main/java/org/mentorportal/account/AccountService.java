package org.mentorportal.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentorportal.command.Answers;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.LikePattern;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who there is. */
@Service
public class AccountService {

    private static final int MOST_FOUND = 50;

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final Commands commands;
    private final AccountTrail trail;
    private final CurrentActor actor;

    AccountService(AccountRepository accounts, PasswordEncoder passwords, Commands commands, AccountTrail trail,
                   CurrentActor actor) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.commands = commands;
        this.trail = trail;
        this.actor = actor;
    }

    /** For set-up. Slow on purpose (Argon2id). */
    @RolesAllowed("ADMIN")
    public PasswordHash hash(String password) {
        requireSetUp();
        return new PasswordHash(passwords.encode(password));
    }

    /** For set-up alone: no admin chooses another's password. */
    @RolesAllowed("ADMIN")
    public AccountOutcome create(NewAccount details, CommandKey key) {
        requireSetUp();
        By by = actor.as(Role.ADMIN);
        return commands.run(details, key, actor.get(), Locks.none(), answers, run -> created(details, by, run));
    }

    private void requireSetUp() {
        if (!actor.get().equals(CurrentActor.setUp())) {
            throw new AccessDeniedException("only set-up makes accounts with a password");
        }
    }

    private final Answers<AccountOutcome> answers = new Answers<>() {

        @Override
        public AccountOutcome refused(Refused why) {
            return new AccountOutcome.NotCreated(why);
        }

        @Override
        public Receipt keep(AccountOutcome success) {
            return new Receipt("CREATED", ((AccountOutcome.Created) success).account().id().value(), "ENABLED", 1);
        }

        @Override
        public AccountOutcome again(Receipt first) {
            return new AccountOutcome.Created(accounts.findById(first.subject()).orElseThrow().info());
        }
    };

    private AccountOutcome created(NewAccount details, By by, CommandRun run) {
        return new AccountOutcome.Created(trail.created(new Account(details), by, run, Map.of()).info());
    }

    /** Somebody's display name, as {@link #names}; of an unknown id, its number. */
    @PermitAll
    @Transactional(readOnly = true)
    public String name(AccountId id) {
        return names(List.of(id)).of(id);
    }

    /** Display names for a screen that its reader may see, in one statement. */
    @PermitAll
    @Transactional(readOnly = true)
    public DisplayNames names(Collection<AccountId> ids) {
        return new DisplayNames(ids.isEmpty() ? Map.of() : accounts.findNames(ids.stream().map(AccountId::value).distinct().toList()).stream()
                .collect(Collectors.toMap(found -> new AccountId(found.getId()), AccountRepository.Named::getDisplayName)));
    }

    /**
     * Students who can sign in and whose name contains {@code search}, by name.
     *
     * @param limit at most 50 are given
     */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<Person> students(String search, int limit) {
        return active(Role.STUDENT, search, limit);
    }

    /**
     * Mentors who can sign in and whose name contains {@code search}, by name.
     *
     * @param limit at most 50 are given
     */
    @RolesAllowed("ADMIN")
    @Transactional(readOnly = true)
    public List<Person> mentors(String search, int limit) {
        return active(Role.MENTOR, search, limit);
    }

    private List<Person> active(Role role, String search, int limit) {
        return accounts.findActive(role, LikePattern.containing(search), Limit.of(Math.clamp(limit, 1, MOST_FOUND))).stream()
                .map(found -> new Person(new AccountId(found.getId()), found.getDisplayName(), found.getEmail())).toList();
    }

    /** Whether that is a student who can sign in. */
    @PermitAll
    @Transactional(readOnly = true)
    public boolean isActiveStudent(AccountId id) {
        return accounts.findById(id.value()).filter(account -> account.isActive(Role.STUDENT)).isPresent();
    }

    /** Whether that is a mentor who can sign in. */
    @PermitAll
    @Transactional(readOnly = true)
    public boolean isActiveMentor(AccountId id) {
        return accounts.findById(id.value()).filter(account -> account.isActive(Role.MENTOR)).isPresent();
    }

    /** Whether somebody can sign in with that address. */
    @PermitAll
    @Transactional(readOnly = true)
    public boolean isActive(String email) {
        return accounts.findByEmail(SignInThrottle.normal(email)).filter(account -> account.state() == AccountState.ENABLED).isPresent();
    }

    /** Whether nobody has an account yet, as after an installation. */
    @PermitAll
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }
}
