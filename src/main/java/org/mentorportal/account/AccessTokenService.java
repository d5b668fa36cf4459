package org.mentorportal.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.account.TokenOutcome.AlreadyRevoked;
import org.mentorportal.account.TokenOutcome.Made;
import org.mentorportal.account.TokenOutcome.NotDone;
import org.mentorportal.account.TokenOutcome.Revoked;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody's own access tokens; nobody's are another's business, an admin's neither. */
@Service
@EnableConfigurationProperties(TokenSettings.class)
public class AccessTokenService {

    /** The longest that a token is valid. */
    public static final int MOST_DAYS = 365;
    private static final int LONGEST_NAME = 80;

    private final AccessTokenRepository tokens;
    private final TokenSettings settings;
    private final Commands commands;
    private final AuditTrail trail;
    private final CurrentActor actor;
    private final Clock clock;

    AccessTokenService(AccessTokenRepository tokens, TokenSettings settings, Commands commands, AuditTrail trail, CurrentActor actor,
                       Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.commands = commands;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** The secret is made here, before anything else, and is no part of the command: it can reach no receipt and no fingerprint. */
    @RolesAllowed({"STUDENT", "MENTOR", "PRINCIPAL", "ADMIN"})
    public TokenOutcome make(MakeToken details, CommandKey key) {
        Actor person = actor.get();
        TokenSecret secret = TokenSecret.random();
        return commands.run(details, key, person, Locks.of(person.id()), new TokenAnswers(tokens, secret),
                run -> made(details, secret, by(person), run));
    }

    private TokenOutcome made(MakeToken details, TokenSecret secret, By by, CommandRun run) {
        Optional<Refused> broken = firstBroken(details).or(() -> tooMany(by, run));
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        AccessToken token = tokens.saveAndFlush(new AccessToken(by.account(), details, secret, run.at()));
        TokenInfo info = token.info();
        trail.append(run.event(by, subject(info), token.version(), null, TokenAnswers.VALID)
                .withFacts(Map.of("account", by.account(), "expires", info.expiresAt())));
        return new Made(info, secret);
    }

    private static Optional<Refused> firstBroken(MakeToken details) {
        if (details.tokenName().isEmpty() || details.tokenName().length() > LONGEST_NAME) {
            return Optional.of(Refused.because(AccountRule.TOKEN_NAME, LONGEST_NAME));
        }
        return details.days() >= 1 && details.days() <= MOST_DAYS ? Optional.empty()
                : Optional.of(Refused.because(AccountRule.TOKEN_DAYS, MOST_DAYS));
    }

    private Optional<Refused> tooMany(By by, CommandRun run) {
        return tokens.countByAccountIdAndRevokedAtIsNullAndExpiresAtAfter(by.account().value(), run.at()) < settings.most() ? Optional.empty()
                : Optional.of(Refused.because(AccountRule.TOO_MANY_TOKENS, settings.most()));
    }

    /** Another person's token and one that never was are answered the same. */
    @PermitAll
    public TokenOutcome revoke(RevokeToken revoke, CommandKey key) {
        Actor person = actor.get();
        return commands.run(revoke, key, person, Locks.none(), new TokenAnswers(tokens, null),
                run -> tokens.lock(revoke.token().value(), person.id().value())
                        .map(token -> revoked(token, by(person), run))
                        .orElseGet(() -> new NotDone(Refused.because(AccountRule.UNKNOWN_TOKEN))));
    }

    private TokenOutcome revoked(AccessToken token, By by, CommandRun run) {
        if (!token.revoke(run.at())) {
            return new AlreadyRevoked(token.info());
        }
        tokens.flush();
        trail.append(run.event(by, subject(token.info()), token.version(), TokenAnswers.VALID, TokenAnswers.REVOKED));
        return new Revoked(token.info());
    }

    /** Those of the person who asks that are still valid, the newest first. */
    @PermitAll
    @Transactional(readOnly = true)
    public List<TokenInfo> mine() {
        return tokens.findAllByAccountIdAndRevokedAtIsNullAndExpiresAtAfterOrderByIdDesc(actor.get().id().value(), clock.instant())
                .stream().map(AccessToken::info).toList();
    }

    /** Whatever a person is, a token is made and revoked for themselves. */
    private static By by(Actor person) {
        return person.asFirstOf(Role.values()).orElseThrow();
    }

    private static Subject subject(TokenInfo token) {
        return new Subject("access-token", token.id().value());
    }
}
