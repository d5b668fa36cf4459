package org.mentorportal.account;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Every door where a password is shown: the sign-in page and the making of an access token. One throttle for all of them. An
 * unknown name, a disabled account, one without a password and a wrong password cost the same and are answered the same.
 */
@Component
public class PasswordSignIn implements AuthenticationManager {

    private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final OwnPassword ownPassword;
    private final SecondFactors secondFactors;
    private final SignInThrottle throttle;
    private final Stays stays;
    /** Compared with when there is no account, so that this takes as long. */
    private final String nobodysHash;

    PasswordSignIn(AccountRepository accounts, PasswordEncoder passwords, OwnPassword ownPassword, SecondFactors secondFactors,
                   SignInThrottle throttle, Stays stays) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
        this.secondFactors = secondFactors;
        this.throttle = throttle;
        this.stays = stays;
        this.nobodysHash = passwords.encode("nobody's password");
    }

    /** @param newHash of the same password, where the one that is kept is weaker than today's */
    private record Fitting(Account account, @Nullable PasswordHash newHash) {
    }

    /** @throws TooManySignIns if the password was not compared */
    @Override
    public Authentication authenticate(Authentication shown) {
        String name = SignInThrottle.normal(String.valueOf(shown.getPrincipal()));
        String password = String.valueOf(shown.getCredentials());
        String address = shown.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        var found = new AtomicReference<@Nullable Fitting>();
        Optional<Refused> tooMany = throttle.attempt(name, address, () -> {
            found.set(fitting(name, password).orElse(null));
            return found.get() != null;
        });
        if (tooMany.isPresent()) {
            log.warn("sign-in slowed, {}, from {}", whose(name), address);
            throw new TooManySignIns(tooMany.get());
        }
        Fitting fitting = found.get();
        if (fitting == null) {
            log.warn("sign-in failed, {}, from {}", whose(name), address);
            throw new BadCredentialsException("name and password do not fit");
        }
        return signedIn(fitting, shown, address);
    }

    private Authentication signedIn(Fitting fitting, Authentication shown, String address) {
        Account account = fitting.account;
        if (fitting.newHash != null) {
            ownPassword.rehash(account, fitting.newHash);
        }
        PortalUser user = account.asUser(secondFactors.stepOf(account));
        if (user.isIn()) {
            log.info("account {} signed in, from {}", account.id(), address);
        } else {
            log.info("account {} showed its password, from {}; a second factor is to follow", account.id(), address);
        }
        var signedIn = new SignedIn(user, stays);
        signedIn.setDetails(shown.getDetails());
        return signedIn;
    }

    /** An account's number, never what somebody typed. */
    private String whose(String name) {
        return accounts.findByEmail(name).map(account -> "account " + account.id()).orElse("no account");
    }

    private Optional<Fitting> fitting(String name, String password) {
        Optional<Account> account = accounts.findByEmail(name);
        String hash = account.flatMap(Account::passwordHash).orElse(nobodysHash);
        boolean fits = passwords.matches(password, hash);
        return account.filter(known -> fits && known.state() == AccountState.ENABLED)
                .map(known -> new Fitting(known, passwords.upgradeEncoding(hash) ? new PasswordHash(passwords.encode(password)) : null));
    }
}
