package org.mentorportal.command;

import org.mentorportal.shared.RuleId;

/** Why a command could not be run at all. */
public enum CommandRule implements RuleId {
    /** Locks, deadlocks or the pool: nothing was done, and the same command may be sent again. */
    BUSY
}
