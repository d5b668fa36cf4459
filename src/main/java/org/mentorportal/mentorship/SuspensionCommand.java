package org.mentorportal.mentorship;

import org.jspecify.annotations.Nullable;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/** What pauses an enrolment or lets it go on. */
public sealed interface SuspensionCommand extends Command {

    EnrolmentId enrolment();

    SuspensionKind kind();

    /** Begins one. */
    sealed interface Begin extends SuspensionCommand {

        String reason();
    }

    /** Ends one. */
    sealed interface End extends SuspensionCommand {

        /** The one that the person looked at; null if they named none: then the one that holds. */
        @Nullable SuspensionId suspension();
    }

    /** @param reason the mentee will read it; needed */
    record Reprobate(EnrolmentId enrolment, String reason) implements Begin {

        public Reprobate {
            reason = PlainText.of(reason);
        }

        @Override
        public SuspensionKind kind() {
            return SuspensionKind.REPROBATED;
        }
    }

    /** @param reason needed unless it is the mentee who unsubscribes */
    record Unsubscribe(EnrolmentId enrolment, String reason) implements Begin {

        public Unsubscribe {
            reason = PlainText.of(reason);
        }

        @Override
        public SuspensionKind kind() {
            return SuspensionKind.UNSUBSCRIBED;
        }
    }

    record Reactivate(EnrolmentId enrolment, @Nullable SuspensionId suspension) implements End {

        @Override
        public SuspensionKind kind() {
            return SuspensionKind.REPROBATED;
        }
    }

    record Resubscribe(EnrolmentId enrolment, @Nullable SuspensionId suspension) implements End {

        @Override
        public SuspensionKind kind() {
            return SuspensionKind.UNSUBSCRIBED;
        }
    }
}
