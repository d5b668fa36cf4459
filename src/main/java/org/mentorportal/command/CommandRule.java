package org.mentorportal.command;

import org.mentorportal.shared.RuleId;

/** Why a command could not be run at all. */
public enum CommandRule implements RuleId {
    /** Locks, deadlocks or the pool: nothing was done, and the same command may be sent again. */
    BUSY,
    /** The connection was lost at the commit: whether it was done shows when the same key is sent again. */
    BEING_CHECKED,
    /** The key was used before, for something else. */
    KEY_REUSED,
    /** More commands a minute than one person may send. Arguments: most a minute, seconds to wait. */
    TOO_MANY
}
