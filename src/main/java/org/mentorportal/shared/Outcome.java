package org.mentorportal.shared;

/** What a command came to. One that {@linkplain #changedNothing changed nothing} is rolled back, so a refusal writes nothing. */
public interface Outcome {

    boolean changedNothing();
}
