package org.mentorportal.catalogue;

import java.util.List;
import org.mentorportal.command.Command;

/**
 * Other opening hours for a service, the one part of it that its own mentor may change.
 *
 * @param version the version that the person had before them when they began to write
 */
public record EditHours(ServiceId service, int version, List<Hours> hours) implements Command {

    public EditHours {
        hours = Hours.inOrder(hours);
    }
}
