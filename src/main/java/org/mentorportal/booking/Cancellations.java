package org.mentorportal.booking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down and announces what was cancelled together with others. */
@Component
class Cancellations {

    private static final Logger log = LoggerFactory.getLogger(Cancellations.class);

    /** In which sessions are locked, so that two that cancel much never wait for each other. */
    private static final Comparator<BookingStore.Cancelled> ORDER = Comparator
            .comparing((BookingStore.Cancelled one) -> one.booking().start()).thenComparing(one -> one.booking().service().value())
            .thenComparing(one -> one.booking().id().value());

    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;

    Cancellations(AuditTrail trail, BookingChanges changes, ApplicationEventPublisher events) {
        this.trail = trail;
        this.changes = changes;
        this.events = events;
    }

    /** @param why goes into each booking's event: what cancelled them all */
    void announce(List<BookingStore.Cancelled> cancelled, String reason, Map<String, ?> why, By by, CommandRun run) {
        cancelled.stream().sorted(ORDER).forEach(one -> {
            BookingPlace booking = one.booking();
            log.debug("booking {}: {} to {}", booking.id(), one.before(), BookingStatus.CANCELLED);
            trail.append(run.event(by, BookingHistory.subject(booking.id()), one.version(), one.before().name(),
                    BookingStatus.CANCELLED.name()).withReason(reason.isEmpty() ? null : reason).withFacts(why));
            if (one.before() == BookingStatus.APPROVED) {
                events.publishEvent(new BookingReleased(booking, by, run));
            }
            changes.occupied(booking.resource(), one.occupiedFrom(), one.occupiedTo(), booking.student());
        });
    }

    /** Lets each student know of their own. */
    void tellStudents(List<BookingStore.Cancelled> cancelled, String reason, By by, CommandRun run) {
        cancelled.forEach(one -> events.publishEvent(new BookingDecided(one.booking().id(), one.booking().service(),
                one.booking().student(), BookingDecided.What.DECIDED, BookingStatus.CANCELLED, by, run.at(), reason)));
    }
}
