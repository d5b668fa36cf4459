package org.mentorportal.app.database;

import java.net.URI;
import java.net.URISyntaxException;
import org.mentorportal.account.DemoSignIns;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps pupils' meetings where the school wants them: there is no public default. Only the demo school, whose meetings are not
 * real, does without an address. Looks once the demo school is there or is not, before anybody can come in.
 */
@Component
class MeetingGuard implements SmartLifecycle {

    private final String baseUrl;
    private final boolean check;
    private final DemoSignIns demo;
    private volatile boolean running;

    MeetingGuard(@Value("${portal.meeting.base-url}") String baseUrl, @Value("${portal.check:false}") boolean check, DemoSignIns demo) {
        this.baseUrl = baseUrl;
        this.check = check;
        this.demo = demo;
    }

    @Override
    public void start() {
        if (!check) {
            require(baseUrl, !demo.offered().isEmpty());
        }
        running = true;
    }

    /** @throws StartRefused with what to do */
    static void require(String baseUrl, boolean demoSchool) {
        if (baseUrl.isEmpty()) {
            if (!demoSchool) {
                throw new StartRefused("It is not known where online meetings are held: set PORTAL_MEETING_BASE_URL to the address under which "
                        + "rooms are opened, such as https://meet.example.org.");
            }
        } else if (!isAddress(baseUrl)) {
            throw new StartRefused("portal.meeting.base-url is not an address of the web without a slash at its end (%s): set "
                    .formatted(baseUrl) + "PORTAL_MEETING_BASE_URL to one such as https://meet.example.org.");
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

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the demo school, before the web server. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
