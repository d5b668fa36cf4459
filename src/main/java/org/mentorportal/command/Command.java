package org.mentorportal.command;

/** One intention of one person: a record that holds what the person said, and nothing that the portal decides. */
public interface Command {

    /** How the trail calls it. */
    default String name() {
        return getClass().getSimpleName();
    }
}
