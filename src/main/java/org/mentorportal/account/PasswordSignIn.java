package org.mentorportal.account;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Every door where a password is shown: the sign-in page and the making of an access token. One throttle for all of them. An
 * unknown name, a disabled account and a wrong password cost the same and are answered the same.
 */
@Component
public class PasswordSignIn implements AuthenticationManager {

    private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    /** Compared with when there is no account, so that this takes as long. */
    private final String nobodysHash;

    PasswordSignIn(AccountRepository accounts, PasswordEncoder passwords, SignInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobodysHash = passwords.encode("nobody's password");
    }

    /** @throws TooManySignIns if the password was not compared */
    @Override
    public Authentication authenticate(Authentication shown) {
        String name = SignInThrottle.normal(String.valueOf(shown.getPrincipal()));
        String password = String.valueOf(shown.getCredentials());
        String address = shown.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        var found = new AtomicReference<@Nullable PortalUser>();
        Optional<Refused> tooMany = throttle.attempt(name, address, () -> {
            found.set(fitting(name, password).orElse(null));
            return found.get() != null;
        });
        if (tooMany.isPresent()) {
            log.warn("sign-in slowed, from {}", address);
            throw new TooManySignIns(tooMany.get());
        }
        PortalUser user = found.get();
        if (user == null) {
            log.warn("sign-in failed, from {}", address);
            throw new BadCredentialsException("name and password do not fit");
        }
        log.info("account {} signed in, from {}", user.actor().id(), address);
        user.eraseCredentials();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        signedIn.setDetails(shown.getDetails());
        return signedIn;
    }

    private Optional<PortalUser> fitting(String name, String password) {
        Optional<PortalUser> user = accounts.findByEmail(name).map(Account::asUser);
        boolean fits = passwords.matches(password, user.map(PortalUser::getPassword).filter(hash -> !hash.isEmpty()).orElse(nobodysHash));
        return user.filter(known -> fits && known.isEnabled() && !String.valueOf(known.getPassword()).isEmpty());
    }
}
