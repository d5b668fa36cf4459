package org.mentorportal.booking;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.LikePattern;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff see of students' bookings: a mentor of those on their own services, an admin of all. */
@Service
public class StaffBookings {

    private static final int MOST = 100;

    private final BookingRepository bookings;
    private final BookingReader reader;
    private final SlotSearch search;
    private final Obstacles obstacles;
    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final Clock clock;

    StaffBookings(BookingRepository bookings, BookingReader reader, SlotSearch search, Obstacles obstacles, CatalogueService catalogue,
                  CurrentActor actor, Clock clock) {
        this.bookings = bookings;
        this.reader = reader;
        this.search = search;
        this.obstacles = obstacles;
        this.catalogue = catalogue;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param bookings by start
     * @param more     whether there are more of them than are given
     */
    public record Upcoming(List<BookingDetails> bookings, boolean more) {

        public Upcoming {
            bookings = List.copyOf(bookings);
        }
    }

    /** Whether the person who asks books for students on that service. */
    @PermitAll
    public boolean isStaffOf(ServiceInfo service) {
        return service.asItsStaff(actor.get()).isPresent();
    }

    /** Active bookings that are not over, at most 100; {@code search} is part of the name of a student, service or resource. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Upcoming upcoming(String search) {
        Actor person = actor.get();
        Optional<Long> own = catalogue.current().resourceOf(person.id()).map(ResourceInfo::id).map(ResourceId::value);
        if (!person.is(Role.ADMIN) && own.isEmpty()) {
            return new Upcoming(List.of(), false);
        }
        Long[] named = catalogue.current().named(search).stream().map(service -> service.id().value()).toArray(Long[]::new);
        List<Booking> found = bookings.findUpcoming(clock.instant(), person.is(Role.ADMIN) ? null : own.orElseThrow(), named,
                LikePattern.containing(search), Limit.of(MOST + 1));
        return new Upcoming(reader.details(found.stream().limit(MOST).toList()), found.size() > MOST);
    }

    /** Why that student could not book the slot themselves; staff pass some of it by (DESIGN.md section 6). */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<Refused> whyNotAsStudent(AccountId student, ServiceInfo service, Instant start) {
        return isStaffOf(service) ? Slots.at(start, service, clock.getZone())
                .map(slot -> switch (search.stateFor(student, service, slot)) {
                    case SlotState.Free free -> Optional.<Refused>empty();
                    case SlotState.Yours yours -> Optional.<Refused>empty(); // booking it again returns it
                    case SlotState.Unavailable unavailable -> Optional.of(toStaff(unavailable.why(), student));
                }).orElse(Optional.empty()) : Optional.empty();
    }

    private Refused toStaff(Refused why, AccountId student) {
        return why.rule() == BookingRuleId.OWN_BOOKING_THEN ? obstacles.bookedThen(student) : why;
    }
}
