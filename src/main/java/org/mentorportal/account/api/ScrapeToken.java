package org.mentorportal.account.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * {@code portal.metrics.scrape-token}: what a collector of metrics shows, which is nobody's account and may read nothing else.
 *
 * @param scrapeToken empty = there is none
 */
@ConfigurationProperties("portal.metrics")
record ScrapeToken(String scrapeToken) {

    static final String AUTHORITY = "SCRAPE";

    /** Compared in constant time. */
    Optional<Authentication> holder(String shown) {
        boolean fits = !scrapeToken.isEmpty() && MessageDigest.isEqual(
                scrapeToken.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
        return fits ? Optional.of(UsernamePasswordAuthenticationToken.authenticated("scrape", null,
                AuthorityUtils.createAuthorityList(AUTHORITY))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ScrapeToken";
    }
}
