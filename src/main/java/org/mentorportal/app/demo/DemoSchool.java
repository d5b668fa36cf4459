package org.mentorportal.app.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.DemoSignIn;
import org.mentorportal.account.DemoSignIns;
import org.mentorportal.app.StartStep;
import org.mentorportal.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Decides whether this database gets the demo school and whether the sign-in page offers its accounts. It loads before the port
 * is open: nobody sees a half-loaded school.
 */
@Component
class DemoSchool extends StartStep implements DemoSignIns {

    private static final Logger log = LoggerFactory.getLogger(DemoSchool.class);

    private final boolean allowed;
    private final AccountService accounts;
    private final DemoLoader loader;
    private volatile boolean isHere;
    private @Nullable DemoReport report;

    DemoSchool(@Value("${portal.demo}") DemoMode mode, @Value("${portal.check:false}") boolean check, Environment environment,
               AccountService accounts, DemoLoader loader) {
        super(LAST - 1);
        this.allowed = mode.allowedOn(environment.containsProperty("spring.datasource.url"), check);
        this.accounts = accounts;
        this.loader = loader;
    }

    @Override
    protected void take() {
        if (allowed) {
            loadIfEmpty();
            lookForIt();
        }
    }

    private void loadIfEmpty() {
        if (accounts.isEmpty()) {
            report = loader.load();
            log.info("Demo school: {}", report);
        }
    }

    /** Its last account says that it was loaded, and to the end. */
    private void lookForIt() {
        isHere = exists(Role.ADMIN);
        if (!isHere && exists(Role.STUDENT)) {
            log.warn("Loading the demo school was interrupted: stop the portal, delete its data folder and start it again.");
        }
    }

    private boolean exists(Role role) {
        return accounts.isActive(address(role));
    }

    private static String address(Role role) {
        return DemoPeople.address(DemoPeople.key(role, 1));
    }

    @Override
    public List<DemoSignIn> offered() {
        return isHere ? Stream.of(Role.values()).map(role -> new DemoSignIn(role, address(role), DemoPeople.PASSWORD)).toList()
                : List.of();
    }

    /** What was loaded at this start; nothing, if there were accounts already or it was not allowed. */
    Optional<DemoReport> report() {
        return Optional.ofNullable(report);
    }
}
