package org.mentorportal.shared;

import java.util.Optional;

/** What a command came to. One that {@linkplain #changedNothing changed nothing} is rolled back, so a refusal writes nothing. */
public interface Outcome {

    boolean changedNothing();

    /** The rule that said no, for one that is a refusal. */
    default Optional<Refused> refusal() {
        return Optional.empty();
    }
}
