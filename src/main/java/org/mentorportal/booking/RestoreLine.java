package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.AccountId;

/**
 * One line of what undoing a hold, or filling a plan, did or would do.
 *
 * @param booking the booking that came back, stays away, or was made; null for a time that got none, and in a preview of one
 *                that would be made
 * @param status  what it is then, or would be; null if it holds no seat
 */
public record RestoreLine(ServiceInfo service, Instant start, AccountId student, Verdict verdict, @Nullable BookingId booking,
                          @Nullable BookingStatus status) {
}
