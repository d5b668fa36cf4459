package org.mentorportal.booking;

import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;

/**
 * A booking that was approved gave up its slot: revoked, cancelled by whomever, or moved away. Published inside the command's
 * transaction, after the row was changed; of many at once in the order of their slots' starts, then of their services.
 *
 * @param booking with the slot that it had
 */
public record BookingReleased(BookingPlace booking, By by, CommandRun run) {
}
