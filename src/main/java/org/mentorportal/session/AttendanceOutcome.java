package org.mentorportal.session;

import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of marking one booking, or of taking its mark back. */
public sealed interface AttendanceOutcome extends Outcome {

    /**
     * It was done now, or by an earlier sending of the same command: then with the mark and version of that time.
     *
     * @param questions what the mentor is to be asked now
     */
    record Done(AttendanceDetails attendance, List<AttendanceQuestion> questions) implements AttendanceOutcome {

        public Done {
            questions = List.copyOf(questions);
        }
    }

    /** It was so already, and nothing changed. */
    record AlreadySo(AttendanceDetails attendance) implements AttendanceOutcome {
    }

    record NotDone(Refused why) implements AttendanceOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Done);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone no -> Optional.of(no.why);
            case Done done -> Optional.empty();
            case AlreadySo already -> Optional.empty();
        };
    }
}
