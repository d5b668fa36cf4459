package org.mentorportal.booking.model;

import static org.mentorportal.booking.model.Answer.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.model.Answer.Kind;
import org.mentorportal.booking.model.Answer.Subject;
import org.mentorportal.booking.model.Model.Booking;
import org.mentorportal.booking.model.Model.Event;
import org.mentorportal.command.Command;
import org.mentorportal.session.Mark;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;
import org.mentorportal.shared.Role;

/** The part of the model that knows who meets, and who came. */
final class Gathered {

    /** @param nth which session of its slot it is, from 1 */
    record SessionOf(long service, Instant start, int nth) {

        @Override
        public String toString() {
            return service + " " + start.getEpochSecond() + " " + nth;
        }
    }

    static final class Session {

        final Subject row = new Subject(0);
        final SessionOf which;
        final Instant end;
        final Offer offer;
        final Instant madeAt;
        final Map<Who, Instant> participants = new EnumMap<>(Who.class);
        String status = "SCHEDULED";
        int version = 1;

        Session(SessionOf which, Booking booking, Instant madeAt) {
            this.which = which;
            this.end = booking.end;
            this.offer = booking.offer;
            this.madeAt = madeAt;
        }

        boolean isOf(Booking booking) {
            return booking.isOf(offer, which.start);
        }
    }

    /** A booking's place in a session. */
    static final class Place {

        final Booking booking;
        Session session;
        Instant end;
        String status = "HELD";
        @Nullable Mark mark;
        @Nullable Who marker;
        @Nullable Instant markedAt;
        int version = 1;

        Place(Booking booking, Session session) {
            this.booking = booking;
            this.session = session;
            this.end = booking.end;
        }

        /** In the trail a mark is a state. */
        String state() {
            return mark == null ? status : mark.name();
        }

        boolean marks() {
            return booking.offer.place == Offer.Place.MENTOR;
        }

        boolean waits(Instant now) {
            return marks() && status.equals("HELD") && mark == null && !now.isBefore(end);
        }
    }

    final List<Session> sessions = new ArrayList<>();
    final Map<Booking, Place> places = new LinkedHashMap<>();
    private final Model model;

    Gathered(Model model) {
        this.model = model;
    }

    /** A booking that is approved says where its people meet. */
    Answer withMeeting(Answer answer, Booking booking) {
        Place place = places.get(booking);
        return place == null || !answer.state().equals("APPROVED") || !booking.status.equals("APPROVED") ? answer
                : answer.with(Stream.concat(answer.more().stream(), Stream.of("meets", place.session.row)).toList());
    }

    void approved(Booking booking, boolean restored, Who who, Command command, Instant now) {
        Session session = (restored ? ownAgain(booking, who, command) : Optional.<Session>empty())
                .or(() -> ofSlot(booking).filter(one -> one.status.equals("SCHEDULED")).findFirst())
                .orElseGet(() -> made(booking, who, command, now));
        session.participants.putIfAbsent(booking.student, now);
        Place place = places.get(booking);
        if (place == null) {
            places.put(booking, new Place(booking, session));
            write("reservation", booking.row, 1, "-", "HELD", who, command, "-");
        } else {
            place.session = session;
            place.end = booking.end;
            place.status = "HELD";
            write("reservation", booking.row, ++place.version, "GIVEN_UP", "HELD", who, command, "-");
        }
    }

    private Stream<Session> ofSlot(Booking booking) {
        return sessions.stream().filter(session -> session.isOf(booking));
    }

    /** Its own session, revived if need be, unless the slot had another one since. */
    private Optional<Session> ownAgain(Booking booking, Who who, Command command) {
        return Optional.ofNullable(places.get(booking)).map(place -> place.session).filter(own -> own.isOf(booking)).filter(own -> {
            if (own.status.equals("SCHEDULED")) {
                return true;
            }
            boolean revived = ofSlot(booking).noneMatch(other -> other.which.nth > own.which.nth);
            if (revived) {
                own.status = "SCHEDULED";
                write("session", own.which, ++own.version, "CANCELLED", "SCHEDULED", who, command, "-");
            }
            return revived;
        });
    }

    private Session made(Booking booking, Who who, Command command, Instant now) {
        var which = new SessionOf(model.services.get(booking.offer).row.id, booking.start, (int) ofSlot(booking).count() + 1);
        var session = new Session(which, booking, now);
        sessions.add(session);
        write("session", which, 1, "-", "SCHEDULED", who, command, "-");
        return session;
    }

    void released(Booking booking, Who who, Command command) {
        Place place = places.get(booking);
        place.status = "GIVEN_UP";
        write("reservation", booking.row, ++place.version, "HELD", "GIVEN_UP", who, command, "-");
        Session session = place.session;
        if (places.values().stream().noneMatch(other -> other.session == session && other.status.equals("HELD"))) {
            session.status = "CANCELLED";
            write("session", session.which, ++session.version, "SCHEDULED", "CANCELLED", who, command, "-");
        }
    }

    private void write(String type, Object subject, int seq, String from, String to, Who who, Command command, String reason) {
        model.events.add(new Event(type, subject, seq, from, to, who, command.name(), reason));
    }

    // Attendance

    boolean isAbout(Command command) {
        return command instanceof MarkAttendance || command instanceof ResetAttendance;
    }

    Answer answer(Who who, Command command, String key, Instant now) {
        return switch (command) {
            case MarkAttendance mark -> onPlace(who, mark, mark.booking(), mark.reason(), "NOT_IN_SESSION", key, now,
                    place -> marked(who, mark, place, now));
            case ResetAttendance reset -> onPlace(who, reset, reset.booking(), reset.reason(), "NOT_MARKED", key, now,
                    place -> reset(who, reset, place, now));
            default -> throw new IllegalArgumentException("not about attendance: " + command);
        };
    }

    private Answer onPlace(Who who, Command command, BookingId id, String reason, String noPlace, String key, Instant now,
                           Function<Place, Answer> work) {
        if (!who.is(Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        Optional<Booking> booking = model.find(id.value()).filter(known -> who == Who.ADMIN || known.offer.isOf(who));
        if (booking.isEmpty()) {
            return refused("UNKNOWN_BOOKING");
        }
        Place place = places.get(booking.get());
        if (place == null) {
            return refused(noPlace);
        }
        Answer answer = model.once(who, key, command, now, () -> who == Who.ADMIN && reason.isEmpty() ? refused("REASON_NEEDED")
                : reason.length() > 300 ? refused("DETAILS_TOO_LONG") : work.apply(place));
        return answer.kind() != Kind.DONE ? answer : answer.with(model.mentees.questions(place.booking, who));
    }

    private Answer marked(Who who, MarkAttendance mark, Place place, Instant now) {
        if (place.mark == mark.mark()) {
            return answer(Kind.ALREADY, place);
        }
        if (!place.marks()) {
            return refused("NO_ATTENDANCE");
        }
        if (!place.status.equals("HELD")) {
            return refused("PLACE_GIVEN_UP");
        }
        if (now.isBefore(place.end)) {
            return refused("NOT_ENDED");
        }
        if (place.mark != null) {
            return refused("ALREADY_MARKED");
        }
        place.mark = mark.mark();
        place.marker = who;
        place.markedAt = now;
        write("reservation", place.booking.row, ++place.version, "HELD", mark.mark().name(), who, mark, words(mark.reason()));
        if (mark.mark() == Mark.NO_SHOW) {
            model.mentees.missed(place.booking, who, mark, now);
        }
        return answer(Kind.DONE, place);
    }

    private Answer reset(Who who, ResetAttendance reset, Place place, Instant now) {
        Mark was = place.mark;
        if (was == null) {
            return answer(Kind.ALREADY, place);
        }
        place.mark = null;
        place.marker = null;
        place.markedAt = null;
        write("reservation", place.booking.row, ++place.version, was.name(), "HELD", who, reset, words(reset.reason()));
        if (was == Mark.NO_SHOW) {
            model.mentees.notMissed(place.booking, who, reset, now);
        }
        return answer(Kind.DONE, place);
    }

    private static Answer answer(Kind kind, Place place) {
        return Answer.of(kind, place.booking.row, place.mark == null ? "HELD" : place.mark.name(), place.version);
    }

    static String words(String reason) {
        return reason.isEmpty() ? "-" : reason;
    }
}
