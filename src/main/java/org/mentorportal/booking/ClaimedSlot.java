package org.mentorportal.booking;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;

/**
 * Whose claim on which slot.
 *
 * @param day     the start's day in the school's zone
 * @param undoing the hold that is just being undone, or whose undoing is previewed: it no longer counts; null for none
 */
public record ClaimedSlot(AccountId student, ServiceId service, Instant start, LocalDate day, @Nullable HoldId undoing) {
}
