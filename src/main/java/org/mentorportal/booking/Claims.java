package org.mentorportal.booking;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.CommandRule;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Claims a seat, and says who or what was in the way when none was had. */
@Component
class Claims {

    private final BookingStore store;
    private final CatalogueService catalogue;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;

    Claims(BookingStore store, CatalogueService catalogue, AuditTrail trail, BookingChanges changes,
           ApplicationEventPublisher events) {
        this.store = store;
        this.catalogue = catalogue;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
    }

    /** The slot keeps every rule that can be told beforehand; the database decides the rest. */
    BookingOutcome claim(RequestBooking request, ServiceInfo service, Slot slot, By by, CommandRun run) {
        BookingStatus status = service.approval() == Approval.AUTOMATIC ? BookingStatus.APPROVED : BookingStatus.PENDING;
        var claim = new BookingStore.Claim(slot, service, by.account(), status, request.purpose(), request.players(),
                request.contact(), run.at());
        Optional<BookingStore.Seat> seat = store.claim(claim);
        if (seat.isEmpty()) {
            Optional<Refused> obstacle = obstacle(claim);
            if (obstacle.isPresent()) {
                return new NotDone(obstacle.get());
            }
            seat = store.claim(claim); // whatever stood in the way has gone since
        }
        return seat.<BookingOutcome>map(had -> new Done(made(had, claim, by, run)))
                .orElseGet(() -> new NotDone(obstacle(claim).orElseGet(() -> Refused.because(CommandRule.BUSY))));
    }

    private BookingDetails made(BookingStore.Seat seat, BookingStore.Claim claim, By by, CommandRun run) {
        Slot slot = claim.slot();
        ServiceInfo service = claim.service();
        trail.append(run.event(by, new Subject("booking", seat.booking().value()), 1, null, claim.status().name())
                .withFacts(Map.of("service", service.id(), "resource", service.resource().id(), "student", claim.student(),
                        "start", slot.start(), "end", slot.end(), "occupied-from", slot.occupiedFrom(),
                        "occupied-to", slot.occupiedTo(), "seat", seat.number(), "capacity", service.capacity(),
                        "players", claim.players())));
        if (claim.status() == BookingStatus.APPROVED) {
            events.publishEvent(new BookingDecided(seat.booking(), service.id(), claim.student(), claim.status(), by, run.at(),
                    null));
        }
        changes.occupied(service.resource().id(), slot.occupiedFrom(), slot.occupiedTo(), claim.student());
        Instant decidedAt = claim.status() == BookingStatus.APPROVED ? run.at() : null;
        return new BookingDetails(seat.booking(), service, claim.student(), run.person().name(), slot.start(), slot.end(),
                claim.status(), claim.purpose(), claim.players(), claim.contact(), run.at(), null, decidedAt, null, false, 1);
    }

    /** Which rule of the database said no; the student's own booking is told before anybody else's. */
    private Optional<Refused> obstacle(BookingStore.Claim claim) {
        Slot slot = claim.slot();
        return store.obstacles(claim).stream().findFirst().map(obstacle -> {
            if (obstacle.student().equals(claim.student())) {
                ServiceInfo own = catalogue.current().service(obstacle.service());
                return obstacle.start().isBefore(slot.end()) && obstacle.end().isAfter(slot.start())
                        ? Refused.because(BookingRuleId.OWN_BOOKING_THEN, own.name(), obstacle.start())
                        : Refused.because(BookingRuleId.ONE_PER_DAY, own.name(), slot.day());
            }
            return obstacle.service().equals(slot.service()) && obstacle.start().equals(slot.start())
                    ? Refused.because(BookingRuleId.SLOT_TAKEN)
                    : Refused.because(BookingRuleId.RESOURCE_TAKEN, claim.service().resource().name());
        });
    }
}
