package org.mentorportal.session;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.Reason;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.session.AttendanceOutcome.AlreadySo;
import org.mentorportal.session.AttendanceOutcome.Done;
import org.mentorportal.session.AttendanceOutcome.NotDone;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What a mentor says of a student's attendance, once the session has ended: of their own sessions, or an admin on their
 * behalf and with a reason. Nobody and nothing else marks; many at once are many commands.
 */
@Service
public class AttendanceService {

    private final ReservationRepository reservations;
    private final SessionReader reader;
    private final BookingService bookings;
    private final Commands commands;
    private final AuditTrail trail;
    private final SessionChanges changes;
    private final List<Consequences> consequences;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;

    AttendanceService(ReservationRepository reservations, SessionReader reader, BookingService bookings, Commands commands,
                      AuditTrail trail, SessionChanges changes, List<Consequences> consequences, ApplicationEventPublisher events,
                      CurrentActor actor) {
        this.reservations = reservations;
        this.reader = reader;
        this.bookings = bookings;
        this.commands = commands;
        this.trail = trail;
        this.changes = changes;
        this.consequences = consequences;
        this.events = events;
        this.actor = actor;
    }

    /** Marking it the same again changes nothing; another mark must be taken back first. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public AttendanceOutcome mark(MarkAttendance mark, CommandKey key) {
        return locked(mark, mark.booking(), mark.reason(), key, Refused.because(SessionRuleId.NOT_IN_SESSION, mark.mark()),
                (reservation, by, run) -> marked(mark, reservation, by, run));
    }

    /** Clears the mark and who gave it; where there is none nothing changes. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public AttendanceOutcome reset(ResetAttendance reset, CommandKey key) {
        return locked(reset, reset.booking(), reset.reason(), key, Refused.because(SessionRuleId.NOT_MARKED),
                (reservation, by, run) -> reset(reset, reservation, by, run));
    }

    private interface Work {

        AttendanceOutcome on(Reservation reservation, By by, CommandRun run);
    }

    private AttendanceOutcome locked(Command command, BookingId booking, String reason, CommandKey key, Refused noPlace, Work work) {
        Actor person = actor.get();
        Optional<AttendanceDetails> place = reader.ofBooking(booking);
        if (place.isEmpty()) {
            return new NotDone(bookings.find(booking).flatMap(known -> known.service().asItsStaff(person)).map(by -> noPlace)
                    .orElse(Refused.because(BookingRuleId.UNKNOWN_BOOKING)));
        }
        return place.get().service().asItsStaff(person)
                .map(by -> commands.run(command, key, person, Locks.of(place.get().student()), answers,
                        run -> checked(booking, reason, by, run, work)))
                .orElseGet(() -> new NotDone(Refused.because(BookingRuleId.UNKNOWN_BOOKING)));
    }

    private AttendanceOutcome checked(BookingId booking, String reason, By by, CommandRun run, Work work) {
        Reservation reservation = reservations.lock(booking.value()).orElseThrow();
        if (reservation.student().equals(by.account())) {
            return new NotDone(Refused.because(SessionRuleId.OWN_ATTENDANCE));
        }
        return (by.role() == Role.ADMIN ? Reason.missingOrTooLong(reason) : Reason.tooLong(reason))
                .<AttendanceOutcome>map(NotDone::new).orElseGet(() -> work.on(reservation, by, run));
    }

    private AttendanceOutcome marked(MarkAttendance mark, Reservation reservation, By by, CommandRun run) {
        if (reservation.mark().filter(mark.mark()::equals).isPresent()) {
            return new AlreadySo(details(mark.booking()));
        }
        Optional<Refused> refused = reservation.mark(mark.mark(), by, run.at());
        if (refused.isPresent()) {
            return new NotDone(refused.get());
        }
        AttendanceDetails now = written(reservation, mark.booking(), ReservationStatus.HELD.name(), mark.mark().name(), mark.reason(), by, run);
        events.publishEvent(new AttendanceMarked(now.booking(), now.reservation(), now.student(), now.service().id(), now.start(),
                mark.mark(), by, run));
        return new Done(now, questions(mark.booking()));
    }

    private AttendanceOutcome reset(ResetAttendance reset, Reservation reservation, By by, CommandRun run) {
        Optional<Mark> was = reservation.reset();
        if (was.isEmpty()) {
            return new AlreadySo(details(reset.booking()));
        }
        AttendanceDetails now = written(reservation, reset.booking(), was.get().name(), ReservationStatus.HELD.name(), reset.reason(), by, run);
        events.publishEvent(new AttendanceReset(now.booking(), now.reservation(), now.student(), now.service().id(), now.start(),
                was.get(), by, run));
        return new Done(now, questions(reset.booking()));
    }

    private AttendanceDetails written(Reservation reservation, BookingId booking, String from, String to, String reason, By by,
                                      CommandRun run) {
        reservations.flush(); // the version that the event carries is the one that the row now has
        trail.append(run.event(by, Reservation.subject(reservation.id()), reservation.version(), from, to)
                .withReason(reason.isEmpty() ? null : reason).withFacts(Map.of("booking", booking)));
        changes.marked(reservation.resource(), reservation.student());
        return details(booking);
    }

    private AttendanceDetails details(BookingId booking) {
        return reader.ofBooking(booking).orElseThrow();
    }

    private List<AttendanceQuestion> questions(BookingId booking) {
        return consequences.stream().flatMap(one -> one.after(booking).stream()).toList();
    }

    private final Answers<AttendanceOutcome> answers = new Answers<>() {

        @Override
        public AttendanceOutcome refused(Refused why) {
            return new NotDone(why);
        }

        @Override
        public Receipt keep(AttendanceOutcome success) {
            AttendanceDetails now = ((Done) success).attendance();
            Mark mark = now.mark();
            return new Receipt("DONE", now.booking().value(), mark == null ? ReservationStatus.HELD.name() : mark.name(), now.version());
        }

        @Override
        public AttendanceOutcome again(Receipt first) {
            var booking = new BookingId(first.subject());
            Mark mark = first.state().equals(ReservationStatus.HELD.name()) ? null : Mark.valueOf(first.state());
            return new Done(details(booking).asItWas(mark, first.version()), questions(booking));
        }
    };
}
