package org.mentorportal.booking.ui;

import java.util.List;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingPath;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.StaffBookings;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Component;

/** Students book for themselves, staff of a service for students, who is both as they choose, others not at all. */
@Component
class Bookers {

    private final BookingTexts texts;
    private final BookingService bookings;
    private final StaffBookings staffBookings;
    private final AccountService accounts;
    private final CurrentActor actor;

    Bookers(BookingTexts texts, BookingService bookings, StaffBookings staffBookings, AccountService accounts, CurrentActor actor) {
        this.texts = texts;
        this.bookings = bookings;
        this.staffBookings = staffBookings;
        this.accounts = accounts;
        this.actor = actor;
    }

    /** On which paths the person who looks may book the service; for themselves first. */
    List<BookingPath> paths(ServiceInfo service) {
        return Stream.of(BookingPath.STUDENT, BookingPath.STAFF).filter(path -> path == BookingPath.STUDENT
                ? actor.get().is(Role.STUDENT) : staffBookings.isStaffOf(service)).toList();
    }

    Booker of(BookingPath path, ServiceInfo service, Slot slot) {
        return switch (path) {
            case STUDENT -> new ForOneself(texts, service, bookings);
            case PLAN, RESTORE -> throw new IllegalArgumentException("nobody picks a slot on the path " + path);
            case STAFF -> new ForStudent(texts, service, bookings, accounts,
                    whom -> staffBookings.whyNotAsStudent(whom.id(), service, slot.start()));
        };
    }
}
