package org.mentorportal.command;

import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** How one kind of outcome is said when nothing could be done, kept when something was, and given again to a repeat. */
public interface Answers<O extends Outcome> {

    O refused(Refused why);

    /** @param success an outcome that changed something */
    Receipt keep(O success);

    /** The first answer again; runs in a transaction that writes nothing. */
    O again(Receipt first);
}
