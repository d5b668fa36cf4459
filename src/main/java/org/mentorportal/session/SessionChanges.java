package org.mentorportal.session;

import java.util.Set;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** Announces that sessions or marks of a resource changed; the screens hear of it after the commit. */
@Component
class SessionChanges {

    /** Of whatever resource. */
    static final Topic ALL = new Topic("sessions");

    /** Of a mentor who cannot be booked. */
    static final Topic NONE = new Topic("sessions:none");

    private final LiveUpdates live;

    SessionChanges(LiveUpdates live) {
        this.live = live;
    }

    static Topic topic(ResourceId resource) {
        return new Topic("sessions:" + resource);
    }

    /** Somebody's attendance was marked, or the mark taken back. */
    void marked(ResourceId resource, AccountId student) {
        live.announce(Set.of(ALL, topic(resource), Topic.account(student)));
    }

    void of(ResourceId resource) {
        live.announce(Set.of(ALL, topic(resource)));
    }
}
