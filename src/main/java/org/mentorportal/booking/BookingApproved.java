package org.mentorportal.booking;

import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;

/**
 * A booking became certain: claimed where nobody has to approve, approved by a person, moved, or restored. Published inside
 * the command's transaction, after the row was changed.
 *
 * @param restored whether it had been approved before a suspension or a closure cancelled it
 */
public record BookingApproved(BookingPlace booking, boolean restored, By by, CommandRun run) {
}
