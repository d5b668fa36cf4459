package org.mentorportal.booking;

import org.mentorportal.command.Command;

/** Ends a closure: the time can be booked again. */
public record LiftClosure(ClosureId closure) implements Command {
}
