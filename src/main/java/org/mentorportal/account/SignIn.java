package org.mentorportal.account;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The account of a name, for Spring Security; passwords are compared by {@link PasswordSignIn} alone. */
@Component
class SignIn implements UserDetailsService {

    private final AccountRepository accounts;

    SignIn(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String email) {
        return accounts.findByEmail(SignInThrottle.normal(email)).map(account -> account.asUser(Step.IN))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
