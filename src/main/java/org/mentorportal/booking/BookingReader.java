package org.mentorportal.booking;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.DisplayNames;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.shared.Actor;
import org.springframework.stereotype.Component;

/** Adds the names to bookings: of the service from the catalogue in memory, of people in one statement. */
@Component
class BookingReader {

    private final CatalogueService catalogue;
    private final AccountService accounts;
    private final Meetings meetings;
    private final Clock clock;

    BookingReader(CatalogueService catalogue, AccountService accounts, Meetings meetings, Clock clock) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.meetings = meetings;
        this.clock = clock;
    }

    List<BookingDetails> details(Collection<Booking> bookings) {
        return rows(bookings.stream().map(Booking::row).toList());
    }

    BookingDetails details(Booking booking) {
        return details(List.of(booking)).getFirst();
    }

    BookingDetails details(BookingRow row) {
        return rows(List.of(row)).getFirst();
    }

    /** Of a booking that {@code person} has just made; for themselves, their name needs no statement. */
    BookingDetails made(BookingRow row, Actor person) {
        return row.student().equals(person.id())
                ? details(row, catalogue.current(), DisplayNames.of(person), meetings(List.of(row))) : details(row);
    }

    private List<BookingDetails> rows(List<BookingRow> rows) {
        Catalogue current = catalogue.current();
        DisplayNames names = accounts.names(rows.stream()
                .flatMap(row -> Stream.of(row.student(), row.requestedBy(), row.decidedBy())).filter(Objects::nonNull).toList());
        Map<BookingId, Meeting> meetings = meetings(rows);
        return rows.stream().map(row -> details(row, current, names, meetings)).toList();
    }

    /** Of those that are approved: nobody else meets. */
    private Map<BookingId, Meeting> meetings(List<BookingRow> rows) {
        List<BookingId> approved = rows.stream().filter(row -> row.status() == BookingStatus.APPROVED).map(BookingRow::id).toList();
        return approved.isEmpty() ? Map.of() : meetings.of(approved);
    }

    private BookingDetails details(BookingRow row, Catalogue current, DisplayNames names,
                                   Map<BookingId, Meeting> meetings) {
        boolean lapsed = row.status() == BookingStatus.PENDING && !clock.instant().isBefore(row.start());
        return new BookingDetails(row.id(), current.service(row.service()), row.student(), names.of(row.student()),
                row.start(), row.end(), row.status(), row.purpose(), row.players(), row.contact(),
                row.requestedBy().equals(row.student()) ? null : names.of(row.requestedBy()), row.requestedAt(),
                row.decidedBy() == null ? null : names.of(row.decidedBy()), row.decidedAt(), row.reason(), lapsed,
                meetings.get(row.id()), row.version());
    }
}
