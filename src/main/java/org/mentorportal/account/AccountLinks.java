package org.mentorportal.account;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.mentorportal.account.LinkOutcome.Made;
import org.mentorportal.account.LinkOutcome.NotDone;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.PortalAddress;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * How people come to a password that no admin knows: by a link for them alone, shown once to the admin, who hands it over. The
 * portal sends no mail yet. A token is made per sending, outside the command: no receipt, fingerprint or log has it.
 */
@Service
@EnableConfigurationProperties(LinkSettings.class)
public class AccountLinks {

    private final AccountRepository accounts;
    private final AccountReader reader;
    private final AccountTrail trail;
    private final LinkStore links;
    private final LinkSettings settings;
    private final PortalAddress portal;
    private final Commands commands;
    private final CurrentActor actor;

    AccountLinks(AccountRepository accounts, AccountReader reader, AccountTrail trail, LinkStore links, LinkSettings settings,
                 PortalAddress portal, Commands commands, CurrentActor actor) {
        this.accounts = accounts;
        this.reader = reader;
        this.trail = trail;
        this.links = links;
        this.settings = settings;
        this.portal = portal;
        this.commands = commands;
        this.actor = actor;
    }

    /** Whoever has an account already keeps it as it is: the address of a person cannot be invited twice. */
    @RolesAllowed("ADMIN")
    public LinkOutcome invite(InviteAccount invite, CommandKey key) {
        Optional<Refused> broken = AccountForm.firstBroken(invite.email(), invite.displayName(), invite.roles());
        return broken.isPresent() ? new NotDone(broken.get())
                : send(invite, key, Locks.none(), (token, run) -> invited(invite, token, run));
    }

    private LinkOutcome invited(InviteAccount invite, LinkToken token, CommandRun run) {
        if (accounts.findByEmail(invite.email()).isPresent()) {
            return new NotDone(Refused.because(AccountRule.EMAIL_TAKEN));
        }
        Instant expires = run.at().plus(settings.age(LinkKind.INVITATION));
        Account account = trail.created(new Account(invite.email(), invite.displayName(), invite.roles()), actor.as(Role.ADMIN), run,
                Map.of("link-expires", expires));
        return made(account, LinkKind.INVITATION, token, expires, run);
    }

    /** A reset for whoever has a password, a new invitation for whoever has none yet. */
    @RolesAllowed("ADMIN")
    public LinkOutcome make(MakeLink make, CommandKey key) {
        return send(make, key, Locks.of(make.account()), (token, run) -> accounts.lock(make.account().value())
                .map(account -> renewed(account, token, run)).orElseGet(() -> new NotDone(Refused.because(AccountRule.UNKNOWN_ACCOUNT))));
    }

    private LinkOutcome renewed(Account account, LinkToken token, CommandRun run) {
        AccountState state = account.state();
        if (state == AccountState.DISABLED) {
            return new NotDone(Refused.because(AccountRule.ACCOUNT_DISABLED));
        }
        LinkKind kind = state == AccountState.INVITED ? LinkKind.INVITATION : LinkKind.RESET;
        Instant expires = run.at().plus(settings.age(kind));
        account.noteLink();
        trail.changed(account, state, Set.of(AccountPart.LINK), actor.as(Role.ADMIN), run, Map.of("link-expires", expires));
        return made(account, kind, token, expires, run);
    }

    private LinkOutcome made(Account account, LinkKind kind, LinkToken token, Instant expires, CommandRun run) {
        links.make(account.id(), kind, token, run.at(), expires);
        return new Made(reader.of(account), kind, portal.to(kind.path(token)), expires);
    }

    private LinkOutcome send(Command command, CommandKey key, Locks locks, BiFunction<LinkToken, CommandRun, LinkOutcome> work) {
        LinkToken token = LinkToken.random();
        return commands.run(command, key, actor.get(), locks, new LinkAnswers(reader, links, portal, token), run -> work.apply(token, run));
    }
}
