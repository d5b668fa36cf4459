package org.mentorportal.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.ClaimReader.Facts;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.command.FirstRead;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.springframework.stereotype.Component;

/** Makes wishes: reads, after the locks, what is known about what somebody asks for. */
@Component
class Wishes {

    private final ClaimReader reader;
    private final CatalogueService catalogue;
    private final Clock clock;

    Wishes(ClaimReader reader, CatalogueService catalogue, Clock clock) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What a person said, and for whom. */
    record Asked(AccountId student, ServiceId service, Instant start, String purpose, int players, String contact) {
    }

    /** What a new booking of {@code service} has to know first. */
    FirstRead<Facts> first(Asked asked, ServiceInfo service) {
        return facts(asked, service, null, null, clock.instant());
    }

    /** A new booking of {@code service}, of which {@code facts} were read {@linkplain #first first}. */
    Wish of(BookingPath path, Asked asked, By by, ServiceInfo service, Facts facts, Instant now) {
        return of(path, asked, by, null, null, service, facts, now);
    }

    /**
     * @param moved   the booking that is to move, or null
     * @param undoing the hold that is being undone meanwhile, or null
     */
    Wish of(BookingPath path, Asked asked, By by, @Nullable Booking moved, @Nullable HoldId undoing, Instant now) {
        ServiceInfo known = catalogue.current().service(asked.service());
        return of(path, asked, by, moved, undoing, known, reader.read(facts(asked, known, moved, undoing, now)), now);
    }

    /** @param facts read with what {@code known} was like; they are read again if it was edited since */
    private Wish of(BookingPath path, Asked asked, By by, @Nullable Booking moved, @Nullable HoldId undoing, ServiceInfo known, Facts facts,
                    Instant now) {
        ServiceInfo service = catalogue.atVersion(known.id(), facts.serviceVersion());
        Facts newest = service.version() == known.version() ? facts // else other buffers, other closures in the way
                : reader.read(facts(asked, service, moved, undoing, now));
        return new Wish(path, by, asked.student(), service, asked.start(), Slots.at(asked.start(), service, clock.getZone()),
                asked.purpose(), asked.players(), asked.contact(), moved, undoing, newest, now);
    }

    private FirstRead<Facts> facts(Asked asked, ServiceInfo service, @Nullable Booking moved, @Nullable HoldId undoing, Instant now) {
        return reader.facts(service, asked.student(), asked.start(), ClaimReader.Span.of(service, asked.start()),
                moved == null ? null : moved.id(), undoing, now, clock.getZone());
    }

    /** That {@code held} comes back as it was: its times and buffers are its own, whatever the service is like by now. */
    Wish back(Booking held, By by, Instant now) {
        BookingRow row = held.row();
        ServiceInfo known = catalogue.current().service(row.service());
        HoldId hold = Objects.requireNonNull(held.hold());
        Facts facts = reader.read(reader.facts(known, row.student(), row.start(),
                new ClaimReader.Span(row.occupiedFrom(), row.occupiedTo()), row.id(), hold, now, clock.getZone()));
        var slot = new Slot(row.service(), row.start(), row.end(), LocalDate.ofInstant(row.start(), clock.getZone()),
                row.occupiedFrom(), row.occupiedTo(), row.requestedAt(), row.start());
        return new Wish(BookingPath.RESTORE, by, row.student(), catalogue.atVersion(known.id(), facts.serviceVersion()), row.start(),
                Optional.of(slot), row.purpose(), row.players(), row.contact(), held, hold, facts, now);
    }
}
