package org.mentorportal.app.database;

import org.mentorportal.app.StartStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses secrets that others can guess, and in earnest ({@code spring.profiles.active=production}) plain HTTP and a demo school, whose
 * passwords everybody knows: one that would be loaded, and one that is in the database already. Looks before anything else begins.
 */
@Component
class ProductionGuard extends StartStep {

    static final String PROFILE = "production";
    private static final int SHORTEST_SECRET = 32;
    private static final int FEWEST_CHARACTERS = 10;

    private final boolean production;
    private final String demo;
    private final String scrapeToken;
    private final String address;
    private final JdbcClient jdbc;

    ProductionGuard(Environment environment, @Value("${portal.demo}") String demo, @Value("${portal.metrics.scrape-token}") String scrapeToken,
                    @Value("${portal.base-url:}") String address, JdbcClient jdbc) {
        super(Integer.MIN_VALUE);
        this.address = address;
        this.production = environment.acceptsProfiles(Profiles.of(PROFILE));
        this.demo = demo;
        this.scrapeToken = scrapeToken;
        this.jdbc = jdbc;
    }

    @Override
    protected void take() {
        requireSecret(scrapeToken);
        if (production) {
            requireHttps(address);
            requireNoDemo(demo, jdbc.sql("select exists (select from account where email like '%@demo.school')").query(Boolean.class).single());
        }
    }

    /** @throws StartRefused with what to do */
    static void requireSecret(String scrapeToken) {
        boolean guessable = scrapeToken.length() < SHORTEST_SECRET || scrapeToken.chars().distinct().count() < FEWEST_CHARACTERS;
        if (!scrapeToken.isEmpty() && guessable) {
            throw new StartRefused("PORTAL_METRICS_SCRAPE_TOKEN can be guessed: make one of at least %d characters with: openssl rand -hex 24."
                    .formatted(SHORTEST_SECRET));
        }
    }

    /** @throws StartRefused with what to do */
    static void requireHttps(String address) {
        if (!address.startsWith("https://")) {
            throw new StartRefused("Cookies and passwords must not travel openly: set PORTAL_BASE_URL to the portal's address of HTTPS.");
        }
    }

    /** @throws StartRefused with what to do */
    static void requireNoDemo(String demo, boolean demoAccounts) {
        if (!"off".equalsIgnoreCase(demo)) {
            throw new StartRefused("The demo school is for trying out: set PORTAL_DEMO=off, or start without the profile %s.".formatted(PROFILE));
        }
        if (demoAccounts) {
            throw new StartRefused("This database holds the demo school, whose passwords everybody knows: use another database or data folder.");
        }
    }
}
