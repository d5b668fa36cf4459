package org.mentorportal.booking;

import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * A service is no longer offered. Its live bookings are kept, or cancelled with the reason.
 *
 * @param version the version that the person had before them
 * @param reason  needed to cancel; its students read it
 */
public record RetireService(ServiceId service, int version, LiveBookings bookings, String reason) implements Command {

    /** What becomes of bookings that hold a seat and are still to come. */
    public enum LiveBookings {
        KEEP, CANCEL
    }

    public RetireService {
        reason = PlainText.of(reason);
    }
}
