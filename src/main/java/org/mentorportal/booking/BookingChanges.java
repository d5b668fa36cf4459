package org.mentorportal.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** Announces what a change of a booking or a closure touches; the screens hear of it after the commit. */
@Component
public class BookingChanges {

    /** Requests that wait for somebody's decision. */
    public static final Topic REQUESTS = new Topic("requests");

    public static final Topic CLOSURES = new Topic("closures");

    private final LiveUpdates live;
    private final Clock clock;

    BookingChanges(LiveUpdates live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /** The time that a booking occupies became held or free. */
    void occupied(ResourceId resource, Instant from, Instant to, AccountId student) {
        Set<Topic> topics = boards(resource, from, to);
        topics.add(Topic.account(student));
        topics.add(REQUESTS);
        live.announce(topics);
    }

    /** Only what the booking is to its student changed; the boards stay as they are. */
    void decided(AccountId student) {
        live.announce(Set.of(Topic.account(student), REQUESTS));
    }

    void closed(Set<ResourceId> resources, Instant from, Instant to) {
        Set<Topic> topics = new HashSet<>(Set.of(CLOSURES));
        resources.forEach(resource -> topics.addAll(boards(resource, from, to)));
        live.announce(topics);
    }

    private Set<Topic> boards(ResourceId resource, Instant from, Instant to) {
        Set<Topic> topics = new HashSet<>();
        BoardKey.touchedBy(resource, from, to, clock.getZone()).forEach(board -> topics.add(board.topic()));
        return topics;
    }
}
