package org.mentorportal.mentorship;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.mentorportal.command.CommandKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about mentees, and what mentees say. */
@Service
public class MentorshipService {

    /** What suspending would cancel now; nothing if the person may not or it is suspended already. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<SuspensionPreview> suspensionPreview(EnrolmentId id, SuspensionKind kind) {
        throw new UnsupportedOperationException();
    }

    /** Reprobating is for the lead mentor and admins; unsubscribing for the mentee too. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public MentorshipOutcome suspend(SuspensionCommand.Begin command, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    /** What ending the suspension that holds would bring back and make; nothing if none holds or the person may not. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<ReactivationPreview> reactivationPreview(EnrolmentId id) {
        throw new UnsupportedOperationException();
    }

    /** Reactivating is for the lead mentor and admins; resubscribing also for a mentee who unsubscribed themselves. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public MentorshipOutcome end(SuspensionCommand.End command, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed({"MENTOR", "ADMIN"})
    public MentorshipOutcome decline(DeclineReprobation decline, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed("STUDENT")
    public AnswerOutcome answer(AnswerNoShow answer, CommandKey key) {
        throw new UnsupportedOperationException();
    }

    /** The cycles of the student who asks, the latest first. */
    @RolesAllowed("STUDENT")
    @Transactional(readOnly = true)
    public List<Standing> mine() {
        throw new UnsupportedOperationException();
    }
}
