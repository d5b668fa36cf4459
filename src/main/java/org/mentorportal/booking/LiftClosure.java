package org.mentorportal.booking;

import org.mentorportal.command.Command;

/**
 * Ends a closure: the time can be booked again.
 *
 * @param restore whether what it cancelled comes back, as far as it can
 */
public record LiftClosure(ClosureId closure, boolean restore) implements Command {
}
