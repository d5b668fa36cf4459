package org.mentorportal.app.ui;

import java.util.HashSet;
import java.util.Set;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingChanges;
import org.mentorportal.live.Topic;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.MentorshipChanges;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.notification.InboxService;
import org.mentorportal.session.SessionService;
import org.mentorportal.session.Waiting;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Component;

/** What waits behind the entries of a person's navigation, and what tells that it changed. */
@Component
class NavCounts {

    private final InboxService inbox;
    private final ApprovalService approvals;
    private final SessionService sessions;
    private final EnrolmentService enrolments;
    private final MentorshipService mentorship;

    NavCounts(InboxService inbox, ApprovalService approvals, SessionService sessions, EnrolmentService enrolments,
              MentorshipService mentorship) {
        this.inbox = inbox;
        this.approvals = approvals;
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.mentorship = mentorship;
    }

    /**
     * @param pending   requests
     * @param unmarked  places in sessions
     * @param questions mentees to decide about
     * @param mentee    whether the person is in a cycle
     */
    record Counts(int unread, int pending, Waiting unmarked, int questions, boolean mentee) {
    }

    Counts of(Actor person) {
        boolean mentors = mentors(person);
        return new Counts(inbox.unread(), decides(person) ? approvals.countPending() : 0, mentors ? sessions.waitingCount() : Waiting.NOTHING,
                mentors ? enrolments.openQuestions() : 0, person.is(Role.STUDENT) && !mentorship.enrolled().isEmpty());
    }

    Set<Topic> topics(Actor person) {
        Set<Topic> topics = new HashSet<>(Set.of(Topic.account(person.id())));
        if (decides(person)) {
            topics.add(BookingChanges.REQUESTS);
        }
        if (mentors(person)) {
            topics.addAll(Set.of(sessions.topic(), MentorshipChanges.ENROLMENTS, MentorshipChanges.CYCLES));
        }
        return topics;
    }

    static boolean mentors(Actor person) {
        return person.is(Role.MENTOR) || person.is(Role.ADMIN);
    }

    static boolean decides(Actor person) {
        return person.is(Role.PRINCIPAL) || mentors(person);
    }
}
