package org.mentorportal.account;

import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.mentorportal.account.AdministrationOutcome.AlreadySo;
import org.mentorportal.account.AdministrationOutcome.Done;
import org.mentorportal.account.AdministrationOutcome.NotDone;
import org.mentorportal.account.AdministrationOutcome.Stale;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who there is, what they may do, and whether they come in: for admins. Each change holds what all of them hold, so that two
 * admins who take each other's role are one after the other, and one of them stays.
 */
@Service
public class AccountAdministration {

    private final AccountRepository accounts;
    private final AccountReader reader;
    private final AccountTrail trail;
    private final ChangeHistory history;
    private final Commands commands;
    private final CurrentActor actor;

    AccountAdministration(AccountRepository accounts, AccountReader reader, AccountTrail trail, ChangeHistory history, Commands commands,
                          CurrentActor actor) {
        this.accounts = accounts;
        this.reader = reader;
        this.trail = trail;
        this.history = history;
        this.commands = commands;
        this.actor = actor;
    }

    /**
     * Accounts whose name or address contains {@code text}, by name.
     *
     * @param limit at most 200 are given
     */
    @RolesAllowed("ADMIN")
    @Transactional(readOnly = true)
    public List<AccountDetails> find(String text, int limit) {
        return reader.find(text, limit);
    }

    /** A new name, or other roles: those end the person's sessions, so that they sign in with what they may do now. */
    @RolesAllowed("ADMIN")
    public AdministrationOutcome edit(EditAccount edit, CommandKey key) {
        Optional<Refused> broken = AccountForm.firstBroken(edit.displayName(), edit.roles());
        return broken.isPresent() ? new NotDone(broken.get())
                : run(edit, edit.account(), key, (account, run) -> edited(account, edit, run));
    }

    private AdministrationOutcome edited(Account account, EditAccount edit, CommandRun run) {
        Set<AccountPart> parts = EnumSet.noneOf(AccountPart.class);
        if (!account.displayName().equals(edit.displayName())) {
            parts.add(AccountPart.NAME);
        }
        if (!account.roles().equals(edit.roles())) {
            parts.add(AccountPart.ROLES);
        }
        return changed(account, edit.version(), parts, edit.roles().contains(Role.ADMIN), run, () -> {
            account.rename(edit.displayName());
            account.takeRoles(edit.roles());
        });
    }

    /** A disabled account's sessions and access tokens end at once; what the person did stays. */
    @RolesAllowed("ADMIN")
    public AdministrationOutcome switchTo(SwitchAccount change, CommandKey key) {
        return run(change, change.account(), key, (account, run) -> {
            boolean already = change.enabled() == (account.state() != AccountState.DISABLED);
            return changed(account, change.version(), already ? Set.of() : Set.of(AccountPart.STATE), change.enabled(), run,
                    change.enabled() ? account::enable : account::disable);
        });
    }

    private AdministrationOutcome changed(Account account, int version, Set<AccountPart> parts, boolean administersAfter, CommandRun run,
                                          Runnable change) {
        if (parts.isEmpty()) {
            return new AlreadySo(reader.of(account));
        }
        if (version != account.version()) {
            return new Stale(reader.of(account), history.since(AccountTrail.subject(account.id()), version, AccountPart.STATE, AccountChange::new));
        }
        if (account.administers() && !administersAfter && accounts.countAdministering() == 1) {
            return new NotDone(Refused.because(AccountRule.LAST_ADMIN));
        }
        AccountState before = account.state();
        change.run();
        trail.changed(account, before, parts, actor.as(Role.ADMIN), run, Map.of());
        return new Done(reader.of(account));
    }

    private AdministrationOutcome run(Command command, AccountId id, CommandKey key, BiFunction<Account, CommandRun, AdministrationOutcome> work) {
        return commands.run(command, key, actor.get(), Locks.administering(id), answers, run -> accounts.lock(id.value())
                .map(account -> work.apply(account, run)).orElseGet(() -> new NotDone(Refused.because(AccountRule.UNKNOWN_ACCOUNT))));
    }

    private final Answers<AdministrationOutcome> answers = new Answers<>() {

        @Override
        public AdministrationOutcome refused(Refused why) {
            return new NotDone(why);
        }

        @Override
        public Receipt keep(AdministrationOutcome success) {
            AccountDetails account = ((Done) success).account();
            return new Receipt("DONE", account.id().value(), account.state().name(), account.version());
        }

        @Override
        public AdministrationOutcome again(Receipt first) {
            return new Done(reader.get(new AccountId(first.subject())));
        }
    };
}
