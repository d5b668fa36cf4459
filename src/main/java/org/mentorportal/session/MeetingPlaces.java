package org.mentorportal.session;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.Meeting;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ResourceKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Where sessions are held: with mentors online, in a room that nobody can guess; on grounds where the ground is. */
@Component
@EnableConfigurationProperties(MeetingSettings.class)
class MeetingPlaces {

    /** A page of the portal, for the demo school. */
    private static final String OWN_ROOMS = "/meeting";
    private static final int ROOM_BYTES = 16;

    private final MeetingSettings settings;
    private final CatalogueService catalogue;
    private final SecureRandom random = new SecureRandom();

    MeetingPlaces(MeetingSettings settings, CatalogueService catalogue) {
        this.settings = settings;
        this.catalogue = catalogue;
    }

    boolean isOnline(ResourceId resource) {
        return catalogue.current().resource(resource).kind() == ResourceKind.MENTOR;
    }

    /** A room's name for a session of {@code resource}; null where people meet at a place. */
    @Nullable String newRoom(ResourceId resource) {
        if (!isOnline(resource)) {
            return null;
        }
        byte[] name = new byte[ROOM_BYTES];
        random.nextBytes(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
    }

    Meeting meeting(LiveSession session) {
        ResourceInfo resource = catalogue.current().resource(session.resource());
        String room = session.room();
        return room == null ? new Meeting(session.id().value(), status(session), null, resource.name())
                : new Meeting(session.id().value(), status(session), link(room), null);
    }

    private String link(String room) {
        return (settings.baseUrl().isEmpty() ? OWN_ROOMS : settings.baseUrl()) + "/" + room;
    }

    private static Meeting.Status status(LiveSession session) {
        return switch (session.status()) {
            case SCHEDULED -> Meeting.Status.SCHEDULED;
            case CANCELLED -> Meeting.Status.CANCELLED;
        };
    }
}
