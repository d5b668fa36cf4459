package org.mentorportal.app.database;

import java.net.URI;
import java.net.URISyntaxException;
import org.mentorportal.account.DemoSignIns;
import org.mentorportal.account.SecondFactorSettings;
import org.mentorportal.app.StartStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks for what has no safe default: the key of the second factors' secrets, and the addresses that the portal tells people, where
 * online meetings are held, and where the portal itself is found. There is no public default and nothing is guessed from requests.
 * Only the demo school, whose meetings and links are not real, does without. Refuses numbers that do not fit together. Looks once
 * the demo school is there or is not, before anybody can come in.
 */
@Component
class SettingsGuard extends StartStep {

    private static final String MEETINGS = "portal.meeting.base-url";
    private static final String PORTAL = "portal.base-url";

    private final String meetings;
    private final String portal;
    private final SecondFactorSettings secondFactor;
    private final int commandsAtOnce;
    private final int connections;
    private final boolean check;
    private final DemoSignIns demo;

    SettingsGuard(@Value("${portal.meeting.base-url}") String meetings, @Value("${portal.base-url}") String portal,
                 SecondFactorSettings secondFactor, @Value("${portal.command.at-once}") int commandsAtOnce,
                 @Value("${spring.datasource.hikari.maximum-pool-size}") int connections, @Value("${portal.check:false}") boolean check,
                 DemoSignIns demo) {
        super(LAST); // after the demo school, which does without them
        this.meetings = meetings;
        this.portal = portal;
        this.secondFactor = secondFactor;
        this.commandsAtOnce = commandsAtOnce;
        this.connections = connections;
        this.check = check;
        this.demo = demo;
    }

    @Override
    protected void take() {
        if (!check) {
            boolean demoSchool = !demo.offered().isEmpty();
            requireMeetings(meetings, demoSchool);
            requirePortal(portal, demoSchool);
            requireKey(secondFactor, demoSchool);
            requireRoomToRead(commandsAtOnce, connections);
        }
    }

    /** @throws StartRefused with what to do */
    static void requireMeetings(String address, boolean demoSchool) {
        require(MEETINGS, address, demoSchool, "It is not known where online meetings are held: set PORTAL_MEETING_BASE_URL to the address "
                + "under which rooms are opened, such as https://meet.example.org.");
    }

    /** @throws StartRefused with what to do */
    static void requirePortal(String address, boolean demoSchool) {
        require(PORTAL, address, demoSchool, "It is not known where people find the portal: set PORTAL_BASE_URL to the address that invitations "
                + "lead to, such as https://portal.example.org.");
    }

    /** @throws StartRefused with what to do */
    static void requireKey(SecondFactorSettings settings, boolean demoSchool) {
        if (!settings.hasKey() && !(demoSchool && settings.key().isEmpty())) {
            throw new StartRefused("There is no key for the secrets of second factors: set PORTAL_SECOND_FACTOR_KEY to 32 random bytes in base64, "
                    + "made with openssl rand -base64 32, and keep it, apart from the database.");
        }
    }

    /** @throws StartRefused with what to do */
    static void requireRoomToRead(int commandsAtOnce, int connections) {
        if (commandsAtOnce < 1 || commandsAtOnce >= connections) {
            throw new StartRefused(("%d commands at once and %d connections: set PORTAL_COMMAND_AT_ONCE to at least 1, and to fewer than "
                    + "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE, so that screens have some to read with.").formatted(commandsAtOnce, connections));
        }
    }

    private static void require(String setting, String address, boolean demoSchool, String whatToDo) {
        if (address.isEmpty()) {
            if (!demoSchool) {
                throw new StartRefused(whatToDo);
            }
        } else if (!isAddress(address)) {
            throw new StartRefused("%s is not an address of the web without a slash at its end (%s). %s".formatted(setting, address, whatToDo));
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) && address.getHost() != null
                    && address.getQuery() == null && address.getFragment() == null && !text.endsWith("/");
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
