package org.mentorportal.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.History;
import org.mentorportal.booking.BookingDeeds;
import org.mentorportal.booking.BookingDeeds.Deed;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.HoldId;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;

/**
 * A booking as it stood at a past moment, by its trail alone: all of its row but people's words.
 *
 * @param hold       what a suspension or a closure was to it; null for none
 * @param heldStatus what it was when that cancelled it
 * @param givenUp    the hold that it was given up of
 * @param requested  by whom and when it was made or last moved
 * @param approved   when it is; nobody, if its service approves by itself
 * @param ended      by whom and when it was rejected, revoked or cancelled
 */
public record BookingThen(BookingId id, ServiceId service, ResourceId resource, AccountId student, Instant start, Instant end,
                          Instant occupiedFrom, Instant occupiedTo, int seat, int capacity, boolean onePerDay, int players,
                          BookingStatus status, int version, @Nullable HoldId hold, @Nullable BookingStatus heldStatus, @Nullable HoldId givenUp,
                          Deed requested, @Nullable Deed approved, @Nullable Deed ended) {

    static BookingThen of(History history) {
        var deeds = BookingDeeds.of(history);
        return new BookingThen(new BookingId(history.first().subject().id()), new ServiceId(history.number("service")),
                new ResourceId(history.number("resource")), new AccountId(history.number("student")), history.moment("start"),
                history.moment("end"), history.moment("occupied-from"), history.moment("occupied-to"), (int) history.number("seat"),
                (int) history.number("capacity"), Boolean.parseBoolean(history.fact("one-per-day").orElse("")), (int) history.number("players"),
                BookingStatus.valueOf(history.last().to()), history.last().seq(), deeds.hold(), deeds.heldStatus(), deeds.givenUp(),
                deeds.requested(), deeds.approved(), deeds.ended());
    }
}
