package org.mentorportal.account.ui;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.mentorportal.account.FirstAdmin;
import org.mentorportal.account.PasswordSignIn;
import org.mentorportal.account.StayEnd;
import org.mentorportal.account.Stays;
import org.mentorportal.account.TooManySignIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain screens(HttpSecurity http, PasswordSignIn passwords, Forms forms, Stays stays, FirstAdmin firstAdmin) throws Exception {
        http.setSharedObject(VaadinSavedRequestAwareAuthenticationSuccessHandler.class, signedIn());
        return http
                .authenticationManager(passwords)
                .csrf(csrf -> csrf.ignoringRequestMatchers(forms::haveAnotherToken))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                        .requestMatchers("/assets/**", "/tab-closed").permitAll())
                .formLogin(form -> form.loginPage("/login") // named here too: else Spring's own page would stand in its place
                        .failureHandler((request, response, why) -> response.sendRedirect(why instanceof TooManySignIns slowed
                                ? "login?" + SignInView.WAIT + "=" + slowed.seconds() : "login?" + SignInView.ERROR)))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(SignInView.class).enableCsrfConfiguration(false)
                        .addLogoutHandler((request, response, person) -> stays.end(person, StayEnd.SIGNED_OUT)))
                .sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy((person, request, response) -> stays.begin(person)))
                .addFilterAfter(new StayFilter(stays), SecurityContextHolderFilter.class)
                .addFilterAfter(new SetUpFilter(firstAdmin), SecurityContextHolderFilter.class)
                .build();
    }

    /** Sent on to what they had asked for, or to the start page; no parameter says where to. */
    private static VaadinSavedRequestAwareAuthenticationSuccessHandler signedIn() {
        var handler = new VaadinSavedRequestAwareAuthenticationSuccessHandler();
        handler.setRedirectStrategy(new OwnPaths());
        handler.setTargetUrlParameter(null);
        return handler;
    }

    /** A span and a timer for each check of a role cost a booking more than its rules. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
