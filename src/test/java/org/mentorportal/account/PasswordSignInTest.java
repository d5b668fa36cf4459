package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Passwords are compared at one place, which has the throttle and knows of second factors. */
@PortalTest
class PasswordSignInTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    AuthenticationConfiguration spring;
    @Autowired
    School school;
    @Autowired
    SignInSettings settings;

    /** Of any of these Spring would make a door of its own; where there is none at all, Boot makes up a user and logs the password. */
    @Test
    void nothingElseComparesPasswords() {
        assertThat(context.getBeansOfType(UserDetailsService.class)).isEmpty();
        assertThat(context.getBeansOfType(AuthenticationProvider.class)).isEmpty();
        assertThat(context.getBeansOfType(AuthenticationManager.class).values()).singleElement().isInstanceOf(PasswordSignIn.class);
    }

    @Test
    void whoAsksSpringForAManagerGetsTheSameOne() throws Exception {
        AuthenticationManager manager = spring.getAuthenticationManager();
        AccountInfo student = school.student();
        assertThat(manager.authenticate(shown(student, School.PASSWORD))).isInstanceOf(SignedIn.class);
        for (int guess = 0; guess < settings.perAddress(); guess++) {
            assertThatThrownBy(() -> manager.authenticate(shown(student, "guessed"))).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> manager.authenticate(shown(student, School.PASSWORD))).isInstanceOf(TooManySignIns.class);
    }

    private static Authentication shown(AccountInfo person, String password) {
        var shown = UsernamePasswordAuthenticationToken.unauthenticated(person.email(), password);
        shown.setDetails(new WebAuthenticationDetails("203.0.113.7", null)); // nobody else's failures are counted with these
        return shown;
    }
}
