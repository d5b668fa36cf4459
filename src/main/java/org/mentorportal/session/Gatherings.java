package org.mentorportal.session;

import java.util.Map;
import java.util.Optional;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingApproved;
import org.mentorportal.booking.BookingPlace;
import org.mentorportal.booking.BookingReleased;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Makes sessions of approved bookings, in their own transaction: one session per slot, one participation per person, one
 * reservation per booking. What is there already is used. A session ends with its last reservation, and is revived only for
 * a booking of its own that is restored: anybody else's gets a new one, so that nobody keeps a link to other people's meeting.
 */
@Component
class Gatherings {

    /** Each further try follows a session that others ended in between; more than one of them is rare. */
    private static final int TRIES = 5;

    private final SessionStore store;
    private final MeetingPlaces places;
    private final MeetingsOfBookings meetings;
    private final AuditTrail trail;
    private final SessionChanges changes;

    Gatherings(SessionStore store, MeetingPlaces places, MeetingsOfBookings meetings, AuditTrail trail, SessionChanges changes) {
        this.store = store;
        this.places = places;
        this.meetings = meetings;
        this.trail = trail;
        this.changes = changes;
    }

    @EventListener
    void approved(BookingApproved approved) {
        BookingPlace booking = approved.booking();
        By by = approved.by();
        CommandRun run = approved.run();
        LiveSession session = approved.restored() ? ownAgain(booking, by, run).orElseGet(() -> ofSlot(booking, by, run))
                : ofSlot(booking, by, run);
        store.hold(booking, session, places.isOnline(booking.resource()), run.at())
                .ifPresent(held -> trail.append(run.event(by, Reservation.subject(held.reservation()), held.version(),
                                held.version() == 1 ? null : ReservationStatus.GIVEN_UP.name(), ReservationStatus.HELD.name())
                        .withFacts(Map.of("booking", booking.id(), "session", session.id()))));
        meetings.remember(booking.id(), places.meeting(session));
        changes.of(booking.resource());
    }

    /** The session that the booking had before, if the slot had no other one since. */
    private Optional<LiveSession> ownAgain(BookingPlace booking, By by, CommandRun run) {
        return store.once(booking).flatMap(own -> switch (own.status()) {
            case SCHEDULED -> Optional.of(own);
            case CANCELLED -> revived(own, by, run);
        });
    }

    private Optional<LiveSession> revived(LiveSession own, By by, CommandRun run) {
        Optional<LiveSession> revived = store.revive(own.id());
        revived.ifPresent(session -> trail.append(run.event(by, subject(session.id()), session.version(),
                SessionStatus.CANCELLED.name(), SessionStatus.SCHEDULED.name())));
        return revived;
    }

    private LiveSession ofSlot(BookingPlace booking, By by, CommandRun run) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<LiveSession> session = made(booking, by, run).or(() -> store.scheduled(booking));
            if (session.isPresent()) {
                return session.get();
            }
        }
        throw new OptimisticLockingFailureException("the sessions of one slot come and go");
    }

    private Optional<LiveSession> made(BookingPlace booking, By by, CommandRun run) {
        Optional<LiveSession> made = store.make(booking, places.newRoom(booking.resource()), run.at());
        made.ifPresent(session -> trail.append(run.event(by, subject(session.id()), session.version(), null,
                SessionStatus.SCHEDULED.name()).withFacts(Map.of("service", session.service(), "resource", session.resource(), "start",
                        session.start(), "end", session.end()))));
        return made;
    }

    @EventListener
    void released(BookingReleased released) {
        CommandRun run = released.run();
        store.giveUp(released.booking().id()).ifPresent(given -> {
            trail.append(run.event(released.by(), Reservation.subject(given.reservation().reservation()),
                    given.reservation().version(), ReservationStatus.HELD.name(), ReservationStatus.GIVEN_UP.name()));
            SessionId ended = given.ended();
            if (ended != null) {
                trail.append(run.event(released.by(), subject(ended), given.endedVersion(), SessionStatus.SCHEDULED.name(),
                        SessionStatus.CANCELLED.name()));
            }
        });
        meetings.forget(released.booking().id());
        changes.of(released.booking().resource());
    }

    private static Subject subject(SessionId session) {
        return new Subject("session", session.value());
    }
}
