package org.mentorportal.account.api;

import org.mentorportal.account.NotSignedIn;
import org.mentorportal.account.PasswordAlone;
import org.mentorportal.account.PasswordSignIn;
import org.mentorportal.account.Stays;
import org.mentorportal.account.TokenHolders;
import org.mentorportal.shared.api.BodyLimit;
import org.mentorportal.shared.api.ProblemFilter;
import org.mentorportal.shared.api.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Who comes in where no screen is: programs, with a token at each call and without a session. A cookie counts for nothing
 * here, so no other site can make a browser act; that is why no CSRF token is asked for.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScrapeToken.class)
class ApiSecurity {

    private static final String TOKENS = "/api/v1/tokens";

    private final Problems problems;

    ApiSecurity(Problems problems) {
        this.problems = problems;
    }

    /** The one call that is made with a password: for a token, so that no other needs it. A token cannot make another. */
    @Bean
    @Order(1)
    SecurityFilterChain makingTokens(HttpSecurity http, PasswordSignIn passwords, Stays stays) throws Exception {
        AuthenticationEntryPoint refused = refused("Basic realm=\"Mentor Portal\", charset=\"UTF-8\"");
        return stateless(http, refused)
                .securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, TOKENS))
                .authenticationManager(new PasswordAlone(passwords, stays))
                .httpBasic(basic -> basic.authenticationEntryPoint(refused))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, TokenHolders tokens) throws Exception {
        AuthenticationEntryPoint refused = refused("Bearer");
        return stateless(http, refused)
                .securityMatcher("/api/**")
                .addFilterBefore(new BearerFilter(tokens::signIn, refused), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.GET, "/api/v1/openapi").permitAll()
                        .anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain operations(HttpSecurity http, TokenHolders tokens, ScrapeToken scraper) throws Exception {
        AuthenticationEntryPoint refused = refused("Bearer");
        return stateless(http, refused)
                .securityMatcher("/actuator/**")
                .addFilterBefore(new BearerFilter(token -> scraper.holder(token).or(() -> tokens.signIn(token)), refused),
                        AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/actuator/health").permitAll()
                        .requestMatchers("/actuator/prometheus").hasAnyAuthority("ROLE_ADMIN", ScrapeToken.AUTHORITY)
                        .anyRequest().denyAll())
                .build();
    }

    /** An address with double slashes, encoded dots and the like gets no further, whatever it was meant for. */
    @Bean
    RequestRejectedHandler oddAddresses() {
        return (request, response, why) -> problems.write(problems.of(HttpStatus.BAD_REQUEST), response);
    }

    private HttpSecurity stateless(HttpSecurity http, AuthenticationEntryPoint refused) throws Exception {
        AccessDeniedHandler denied = (request, response, why) -> problems.write(problems.of(HttpStatus.FORBIDDEN), response);
        return http
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable) // "stateless" would still renew the session of a cookie that is sent
                .exceptionHandling(no -> no.authenticationEntryPoint(refused).accessDeniedHandler(denied))
                .addFilterAfter(new ProblemFilter(problems), HeaderWriterFilter.class)
                .addFilterAfter(new BodyLimit(problems), AuthorizationFilter.class);
    }

    private AuthenticationEntryPoint refused(String challenge) {
        return (request, response, why) -> {
            if (why instanceof NotSignedIn told) {
                problems.write(problems.of(told.why()), response);
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
                problems.write(problems.of(HttpStatus.UNAUTHORIZED), response);
            }
        };
    }
}
