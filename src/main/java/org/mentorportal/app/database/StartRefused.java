package org.mentorportal.app.database;

import org.jspecify.annotations.Nullable;

/** The portal must not start like this. The message is one line for the operator: what is wrong and what to do. */
class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefused(String whatToDo) {
        super(whatToDo);
    }

    StartRefused(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }

    /** The refusal inside a failure that Spring has wrapped several times, if there is one. */
    static @Nullable StartRefused in(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return null;
    }
}
