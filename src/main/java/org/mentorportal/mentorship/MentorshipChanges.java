package org.mentorportal.mentorship;

import java.util.Set;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** Announces what changed of cycles and enrolments; the screens hear of it after the commit. */
@Component
public class MentorshipChanges {

    public static final Topic CYCLES = new Topic("cycles");

    /** Any enrolment; whoever shows only one's own hears of it by their account's topic. */
    public static final Topic ENROLMENTS = new Topic("enrolments");

    private final LiveUpdates live;

    MentorshipChanges(LiveUpdates live) {
        this.live = live;
    }

    void cycle() {
        live.announce(Set.of(CYCLES));
    }

    void enrolment(AccountId student, AccountId lead) {
        live.announce(Set.of(ENROLMENTS, Topic.account(student), Topic.account(lead)));
    }
}
