package org.mentorportal.catalogue;

import java.util.Set;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.springframework.stereotype.Component;

/** Announces that the catalogue changed: screens that list what is on offer, and every week of the resource, hear of it. */
@Component
public class CatalogueChanges {

    /** Any resource or service. */
    public static final Topic CATALOGUE = new Topic("catalogue");

    private final LiveUpdates live;

    CatalogueChanges(LiveUpdates live) {
        this.live = live;
    }

    /** What can be booked of {@code resource}, and when. */
    public static Topic of(ResourceId resource) {
        return new Topic("catalogue:" + resource);
    }

    void changed(ResourceId resource) {
        live.announce(Set.of(CATALOGUE, of(resource)));
    }
}
