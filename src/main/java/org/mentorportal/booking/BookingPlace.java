package org.mentorportal.booking;

import java.time.Instant;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;

/** Whose booking it is, and which slot it is for. */
public record BookingPlace(BookingId id, ServiceId service, ResourceId resource, AccountId student, Instant start, Instant end) {
}
