package org.mentorportal.booking;

import org.mentorportal.command.Command;

/** A student no longer wants what a suspension or a closure cancelled: it will not come back. */
public record GiveUp(BookingId booking) implements Command {
}
