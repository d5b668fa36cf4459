package org.mentorportal.catalogue;

import org.mentorportal.command.Command;

/**
 * A retired service is offered again.
 *
 * @param version the version that the person had before them
 */
public record OfferService(ServiceId service, int version) implements Command {
}
