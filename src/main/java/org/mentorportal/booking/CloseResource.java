package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * Closes a resource, or the whole school, for a time.
 *
 * @param resource null = the whole school
 * @param to       exclusive
 * @param reason   shown on every grid and told to everyone whose booking it cancels; at most 300 characters
 */
public record CloseResource(@Nullable ResourceId resource, Instant from, Instant to, String reason) implements Command {

    public CloseResource {
        reason = PlainText.of(reason);
    }
}
