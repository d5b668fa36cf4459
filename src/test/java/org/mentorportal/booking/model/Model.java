package org.mentorportal.booking.model;

import static org.mentorportal.booking.model.Answer.refused;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.model.Answer.Kind;
import org.mentorportal.booking.model.Answer.Subject;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.command.Command;
import org.mentorportal.shared.Role;

/**
 * The portal in plain Java, for one person at a time: what DESIGN.md says in sections 4, 6 and 9, without a database, a
 * lock or any class of the portal that decides something. It foretells each answer and every row that is then stored.
 */
final class Model {

    private static final Duration RECEIPT_AGE = Duration.ofHours(24);
    private static final int REASON_LENGTH = 300;
    private static final int PURPOSE_LENGTH = 300;

    static final class Booking {

        final Subject row = new Subject(0);
        final Who student;
        final Offer offer;
        Instant start;
        Who requester;
        Instant requestedAt;
        String status = "";
        int version = 1;
        int seat;
        boolean onePerDay;
        String purpose;
        int players;
        String contact;
        @Nullable Who approver;
        @Nullable Instant approvedAt;
        @Nullable Who ender;
        String reason = "-";
        String heldStatus = "-";

        Booking(Who student, Offer offer, Instant start, Who requester, Instant requestedAt, String purpose, int players, String contact) {
            this.student = student;
            this.offer = offer;
            this.start = start;
            this.requester = requester;
            this.requestedAt = requestedAt;
            this.purpose = purpose;
            this.players = players;
            this.contact = contact;
        }

        boolean isActive() {
            return status.equals("PENDING") || status.equals("APPROVED");
        }

        boolean hasBegun(Instant now) {
            return !now.isBefore(start);
        }

        boolean isOf(Offer other, Instant otherStart) {
            return offer == other && start.equals(otherStart);
        }

        boolean occupies(Instant from, Instant to) {
            return offer.occupiedFrom(start).isBefore(to) && offer.occupiedTo(start).isAfter(from);
        }

        boolean overlaps(Offer other, Instant otherStart) {
            return start.isBefore(other.end(otherStart)) && offer.end(start).isAfter(otherStart);
        }

        Answer answer(Kind kind) {
            return Answer.of(kind, row, status, version);
        }
    }

    static final class Closure {

        final Subject row = new Subject(0);
        final Step.Closed what;
        final Instant from;
        final Instant to;
        final String reason;
        final Who by;
        @Nullable Who liftedBy;

        Closure(Step.Closed what, Instant from, Instant to, String reason, Who by) {
            this.what = what;
            this.from = from;
            this.to = to;
            this.reason = reason;
            this.by = by;
        }

        boolean covers(Offer.Place place, Instant start, Instant end) {
            return from.isBefore(end) && to.isAfter(start) && closes(place);
        }

        boolean closes(Offer.Place place) {
            return what == Step.Closed.SCHOOL || what.name().equals(place.name());
        }
    }

    record Event(String type, Subject subject, int seq, String from, String to, Who who, String command, String reason) {
    }

    record Message(Who student, String kind, Booking booking, Who sender, String reason, Instant at) {
    }

    record KeyOf(Who who, String key) {
    }

    record Receipt(Command command, Instant at, Answer answer) {
    }

    final List<Booking> bookings = new ArrayList<>();
    final List<Closure> closures = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Message> inbox = new ArrayList<>();
    final Map<KeyOf, Receipt> receipts = new HashMap<>();
    private final World world;

    Model(World world) {
        this.world = world;
    }

    Answer answer(Who who, Command command, String key, Instant now) {
        return switch (command) {
            case RequestBooking asked -> !who.is(Role.STUDENT) ? Answer.forbidden() : once(who, key, asked, now, () -> claim(
                    new Claim(who, world.offer(asked.service()), asked.start(), who, null, asked.purpose(), asked.players(), asked.contact()), asked, now));
            case BookForStudent asked -> bookFor(who, asked, key, now);
            case Decision.Approve approve -> decide(who, approve, key, "APPROVED", now);
            case Decision.Reject reject -> decide(who, reject, key, "REJECTED", now);
            case Decision.Revoke revoke -> decide(who, revoke, key, "REVOKED", now);
            case Decision.Cancel cancel -> decide(who, cancel, key, "CANCELLED", now);
            case RescheduleBooking move -> move(who, move, key, now);
            case EditBooking edit -> edit(who, edit, key, now);
            case CloseResource close -> close(who, close, key, now);
            case LiftClosure lift -> lift(who, lift, key, now);
            default -> throw new IllegalArgumentException("the model does not know " + command);
        };
    }

    /** A key is good for one command, for a day, once something was done under it. */
    private Answer once(Who who, String key, Command command, Instant now, Supplier<Answer> work) {
        Receipt first = receipts.get(new KeyOf(who, key));
        if (first != null && first.at.isAfter(now.minus(RECEIPT_AGE))) {
            return first.command.equals(command) ? first.answer : refused("KEY_REUSED");
        }
        Answer answer = work.get();
        if (answer.kind() == Kind.DONE) {
            receipts.put(new KeyOf(who, key), new Receipt(command, now, answer));
        }
        return answer;
    }

    // Claims

    /** @param staff who acts for the student, or null for the student */
    private record Claim(Who student, Offer offer, Instant start, Who by, @Nullable Who staff, String purpose, int players, String contact) {

        Instant from() {
            return offer.occupiedFrom(start);
        }

        Instant to() {
            return offer.occupiedTo(start);
        }

        boolean onePerDay() {
            return staff == null && Integer.valueOf(1).equals(offer.limits.perDay());
        }
    }

    private Answer bookFor(Who who, BookForStudent asked, String key, Instant now) {
        Offer offer = world.offer(asked.service());
        Who student = world.who(asked.student());
        if (!who.is(Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        if (who != Who.ADMIN && !offer.isOf(who)) {
            return refused("NOT_YOUR_SERVICE");
        }
        if (student == who || !student.is(Role.STUDENT)) {
            return refused(student == who ? "NOT_FOR_ONESELF" : "NOT_A_STUDENT");
        }
        return once(who, key, asked, now, () -> claim(new Claim(student, offer, asked.start(), who, who, asked.purpose(),
                asked.players(), asked.contact()), asked, now));
    }

    private Answer claim(Claim claim, Command command, Instant now) {
        Optional<Booking> own = active().filter(booking -> booking.student == claim.student && booking.isOf(claim.offer, claim.start)).findFirst();
        if (own.isPresent()) {
            return own.get().answer(Kind.ALREADY);
        }
        Optional<String> no = whyNot(claim, null, now);
        if (no.isPresent()) {
            return refused(no.get());
        }
        var booking = new Booking(claim.student, claim.offer, claim.start, claim.by, now, claim.purpose, claim.players, claim.contact);
        place(booking, claim, now);
        bookings.add(booking);
        write(booking, "-", claim.by, command, "-");
        if (claim.staff != null) {
            tell(booking, "BOOKING_MADE", claim.by, "-", now);
        }
        return booking.answer(Kind.DONE);
    }

    private void place(Booking booking, Claim claim, Instant now) {
        booking.seat = freeSeat(claim, booking);
        booking.start = claim.start;
        booking.onePerDay = claim.onePerDay();
        booking.requester = claim.by;
        booking.requestedAt = now;
        boolean approved = claim.offer.approvesItself(claim.staff);
        booking.status = approved ? "APPROVED" : "PENDING";
        booking.approver = approved && claim.offer.approval != Approval.AUTOMATIC ? claim.by : null;
        booking.approvedAt = approved ? now : null;
    }

    private int freeSeat(Claim claim, Booking self) {
        return IntStream.rangeClosed(1, claim.offer.capacity).filter(seat -> others(self)
                .noneMatch(other -> other.isOf(claim.offer, claim.start) && other.seat == seat)).findFirst().orElseThrow();
    }

    /** Whether {@code student} could have this slot by asking, or by moving {@code moved} there. */
    boolean couldHave(Who student, Offer offer, Instant start, @Nullable Booking moved, Instant now) {
        return whyNot(new Claim(student, offer, start, student, null, "something", 1, ""), moved, now).isEmpty();
    }

    /** The first rule in the way, in the order in which they are worth hearing. */
    private Optional<String> whyNot(Claim claim, @Nullable Booking moved, Instant now) {
        Offer offer = claim.offer;
        LocalDate day = world.day(claim.start);
        if (offer.starts().noneMatch(start -> day.atTime(start).atZone(world.zone()).toInstant().equals(claim.start))) {
            return Optional.of("NO_SUCH_SLOT");
        }
        if (!now.isBefore(claim.start)) {
            return Optional.of("SLOT_PASSED");
        }
        if (closures.stream().anyMatch(closure -> closure.liftedBy == null && closure.covers(offer.place, claim.from(), claim.to()))) {
            return Optional.of("CLOSED");
        }
        return (claim.staff == null ? whyNotForStudents(claim, day, moved, now) : Optional.<String>empty())
                .or(() -> details(claim.purpose, claim.players, claim.contact))
                .or(() -> obstacle(claim, day, moved));
    }

    private Optional<String> whyNotForStudents(Claim claim, LocalDate day, @Nullable Booking moved, Instant now) {
        Offer offer = claim.offer;
        if (now.isBefore(offer.opensAt(day, world.zone()))) {
            return Optional.of("NOT_YET_OPEN");
        }
        if (!now.isBefore(Offer.later(claim.start, -offer.timing.notice()))) {
            return Optional.of("TOO_LATE");
        }
        List<Booking> counted = others(moved).filter(booking -> booking.student == claim.student && booking.offer == offer)
                .filter(booking -> booking.status.equals("APPROVED") || !booking.hasBegun(now)).toList();
        long thatDay = count(counted, booking -> world.day(booking.start).equals(day));
        if (claim.onePerDay() && thatDay > 0) {
            return Optional.of("ONE_PER_DAY");
        }
        return full(thatDay, offer.limits.perDay(), "QUOTA_DAY")
                .or(() -> full(count(counted, booking -> monday(world.day(booking.start)).equals(monday(day))), offer.limits.perWeek(), "QUOTA_WEEK"))
                .or(() -> full(count(counted, booking -> !booking.hasBegun(now)), offer.limits.atOnce(), "QUOTA_AT_ONCE"));
    }

    private static Optional<String> full(long used, @Nullable Integer most, String rule) {
        return most != null && used >= most ? Optional.of(rule) : Optional.empty();
    }

    private static long count(List<Booking> bookings, Predicate<Booking> which) {
        return bookings.stream().filter(which).count();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    private static Optional<String> details(String purpose, int players, String contact) {
        if (purpose.isEmpty()) {
            return Optional.of("PURPOSE_NEEDED");
        }
        if (purpose.length() > PURPOSE_LENGTH) {
            return Optional.of("DETAILS_TOO_LONG");
        }
        return players > Offer.PLAYERS ? Optional.of("TOO_MANY_PLAYERS") : Optional.empty();
    }

    /** The student's own time first, then the resource, then the seats. */
    private Optional<String> obstacle(Claim claim, LocalDate day, @Nullable Booking moved) {
        List<Booking> others = others(moved).toList();
        Predicate<Booking> own = booking -> booking.student == claim.student;
        if (others.stream().anyMatch(own.and(booking -> booking.overlaps(claim.offer, claim.start)))) {
            return Optional.of("OWN_BOOKING_THEN");
        }
        if (claim.onePerDay() && others.stream().anyMatch(own.and(booking -> booking.onePerDay && booking.offer == claim.offer
                && world.day(booking.start).equals(day)))) {
            return Optional.of("ONE_PER_DAY");
        }
        if (others.stream().anyMatch(booking -> booking.offer.place == claim.offer.place && !booking.isOf(claim.offer, claim.start)
                && booking.occupies(claim.from(), claim.to()))) {
            return Optional.of("RESOURCE_TAKEN");
        }
        return count(others, booking -> booking.isOf(claim.offer, claim.start)) >= claim.offer.capacity
                ? Optional.of("SLOT_TAKEN") : Optional.empty();
    }

    private Stream<Booking> active() {
        return bookings.stream().filter(Booking::isActive);
    }

    private Stream<Booking> others(@Nullable Booking self) {
        return active().filter(booking -> booking != self);
    }

    // What exists already

    /** The student themselves, the mentor of the service, or an admin. */
    private static boolean owns(Who who, Booking booking) {
        return booking.student == who || booking.offer.isOf(who) || who == Who.ADMIN;
    }

    private static boolean decides(Who who, Booking booking) {
        return who == Who.PRINCIPAL || who == Who.ADMIN || (booking.offer.approval == Approval.MENTOR && booking.offer.isOf(who));
    }

    private Answer onBooking(Who who, Command command, long id, @Nullable Integer version, String key, Instant now, Predicate<Booking> right,
                             Predicate<Booking> already, Function<Booking, Answer> work) {
        return once(who, key, command, now, () -> {
            Optional<Booking> found = find(id).filter(right);
            if (found.isEmpty()) {
                return refused("UNKNOWN_BOOKING");
            }
            Booking booking = found.get();
            if (already.test(booking)) {
                return booking.answer(Kind.ALREADY);
            }
            return version != null && version != booking.version
                    ? booking.answer(Kind.STALE).with(List.of((long) booking.version - version)) : work.apply(booking);
        });
    }

    Optional<Booking> find(long id) {
        return bookings.stream().filter(booking -> booking.row.id == id).findFirst();
    }

    private Answer decide(Who who, Decision decision, String key, String goal, Instant now) {
        boolean cancel = goal.equals("CANCELLED");
        if (cancel ? !who.is(Role.STUDENT, Role.MENTOR, Role.ADMIN) : !who.is(Role.PRINCIPAL, Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        return onBooking(who, decision, decision.booking().value(), decision.version(), key, now,
                booking -> cancel ? owns(who, booking) : decides(who, booking), booking -> booking.status.equals(goal), booking -> {
                    boolean reasonNeeded = cancel ? booking.student != who : !goal.equals("APPROVED") || who == Who.ADMIN;
                    if (reasonNeeded && decision.reason().isEmpty()) {
                        return refused("REASON_NEEDED");
                    }
                    if (decision.reason().length() > REASON_LENGTH) {
                        return refused("DETAILS_TOO_LONG");
                    }
                    Optional<String> no = cancel ? whyNotCancel(who, booking, now) : whyNotDecide(who, booking, goal, now);
                    if (no.isPresent()) {
                        return refused(no.get());
                    }
                    return decided(who, decision, booking, goal, now);
                });
    }

    private static Optional<String> whyNotCancel(Who who, Booking booking, Instant now) {
        return whyNotChange(booking, now).or(() -> booking.student == who ? pastDeadline(booking, now) : Optional.empty());
    }

    private static Optional<String> whyNotChange(Booking booking, Instant now) {
        return !booking.isActive() ? Optional.of("NOT_ACTIVE") : booking.hasBegun(now) ? Optional.of("ALREADY_BEGUN") : Optional.empty();
    }

    private static Optional<String> pastDeadline(Booking booking, Instant now) {
        return now.isBefore(Offer.later(booking.start, -booking.offer.limits.cancelDeadline())) ? Optional.empty() : Optional.of("CANCEL_TOO_LATE");
    }

    private static Optional<String> whyNotDecide(Who who, Booking booking, String goal, Instant now) {
        if (booking.student == who || booking.requester == who) {
            return Optional.of("OWN_REQUEST");
        }
        String from = goal.equals("REVOKED") ? "APPROVED" : "PENDING";
        if (!booking.status.equals(from)) {
            return Optional.of("NOT_" + from);
        }
        return goal.equals("REJECTED") || !booking.hasBegun(now) ? Optional.empty()
                : Optional.of(goal.equals("APPROVED") ? "LAPSED" : "ALREADY_BEGUN");
    }

    private Answer decided(Who who, Decision decision, Booking booking, String goal, Instant now) {
        String before = booking.status;
        String reason = decision.reason().isEmpty() ? "-" : decision.reason();
        booking.status = goal;
        booking.version++;
        if (goal.equals("APPROVED")) {
            booking.approver = who;
            booking.approvedAt = now;
        } else {
            booking.ender = who;
            booking.reason = reason;
        }
        write(booking, before, who, decision, reason);
        tell(booking, "BOOKING_" + goal, who, reason, now);
        return booking.answer(Kind.DONE);
    }

    private Answer move(Who who, RescheduleBooking move, String key, Instant now) {
        if (!who.is(Role.STUDENT, Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        if (find(move.booking().value()).isEmpty()) {
            return refused("UNKNOWN_BOOKING");
        }
        return onBooking(who, move, move.booking().value(), move.version(), key, now, booking -> owns(who, booking),
                booking -> booking.isActive() && booking.start.equals(move.start()), booking -> {
                    boolean own = booking.student == who;
                    var claim = new Claim(booking.student, booking.offer, move.start(), who, own ? null : who, booking.purpose,
                            booking.players, booking.contact);
                    Optional<String> no = whyNotChange(booking, now)
                            .or(() -> own ? pastDeadline(booking, now) : reason(move.reason())).or(() -> whyNot(claim, booking, now));
                    if (no.isPresent()) {
                        return refused(no.get());
                    }
                    String before = booking.status;
                    String reason = move.reason().isEmpty() ? "-" : move.reason();
                    place(booking, claim, now);
                    booking.version++;
                    write(booking, before, who, move, reason);
                    tell(booking, "BOOKING_MOVED", who, reason, now);
                    return booking.answer(Kind.DONE);
                });
    }

    private static Optional<String> reason(String words) {
        return words.isEmpty() ? Optional.of("REASON_NEEDED") : words.length() > REASON_LENGTH ? Optional.of("DETAILS_TOO_LONG") : Optional.empty();
    }

    private Answer edit(Who who, EditBooking edit, String key, Instant now) {
        if (!who.is(Role.STUDENT, Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        return onBooking(who, edit, edit.booking().value(), edit.version(), key, now, booking -> owns(who, booking),
                booking -> booking.isActive() && booking.purpose.equals(edit.purpose()) && booking.players == edit.players()
                        && booking.contact.equals(edit.contact()), booking -> {
                    Optional<String> no = details(edit.purpose(), edit.players(), edit.contact()).or(() -> whyNotChange(booking, now));
                    if (no.isPresent()) {
                        return refused(no.get());
                    }
                    booking.purpose = edit.purpose();
                    booking.players = edit.players();
                    booking.contact = edit.contact();
                    booking.version++;
                    write(booking, booking.status, who, edit, "-");
                    tell(booking, "BOOKING_EDITED", who, "-", now);
                    return booking.answer(Kind.DONE);
                });
    }

    // Closures

    private static boolean mayClose(Who who, Step.Closed what) {
        return who == Who.PRINCIPAL || who == Who.ADMIN || (what == Step.Closed.MENTOR && who == Who.MENTOR);
    }

    private Answer close(Who who, CloseResource close, String key, Instant now) {
        Step.Closed what = world.closed(close.resource());
        if (!who.is(Role.MENTOR, Role.PRINCIPAL, Role.ADMIN)) {
            return Answer.forbidden();
        }
        return !mayClose(who, what) ? refused("UNKNOWN_CLOSURE") : once(who, key, close, now, () -> {
            Optional<String> no = reason(close.reason())
                    .or(() -> close.from().isBefore(close.to()) ? Optional.empty() : Optional.of("CLOSURE_TIMES"))
                    .or(() -> close.to().isAfter(now) ? Optional.empty() : Optional.of("CLOSURE_PAST"));
            return no.isPresent() ? refused(no.get()) : closed(who, close, what, now);
        });
    }

    private Answer closed(Who who, CloseResource close, Step.Closed what, Instant now) {
        var made = new Closure(what, close.from(), close.to(), close.reason(), who);
        List<Booking> inside = active().filter(booking -> !booking.hasBegun(now) && made.closes(booking.offer.place)
                && booking.occupies(made.from, made.to)).toList();
        closures.add(made);
        events.add(new Event("closure", made.row, 1, "-", "CLOSED", who, close.name(), close.reason()));
        inside.forEach(booking -> {
            booking.heldStatus = booking.status;
            booking.status = "CANCELLED";
            booking.version++;
            booking.ender = who;
            booking.reason = close.reason();
            write(booking, booking.heldStatus, who, close, close.reason());
            tell(booking, "BOOKING_CANCELLED", who, close.reason(), now);
        });
        return Answer.of(Kind.DONE, made.row, "CLOSED", 1).with(inside.stream().map(booking -> booking.row.id).sorted().toList());
    }

    private Answer lift(Who who, LiftClosure lift, String key, Instant now) {
        if (!who.is(Role.MENTOR, Role.PRINCIPAL, Role.ADMIN)) {
            return Answer.forbidden();
        }
        Optional<Closure> known = closures.stream().filter(closure -> closure.row.id == lift.closure().value())
                .filter(closure -> mayClose(who, closure.what)).findFirst();
        return known.isEmpty() ? refused("UNKNOWN_CLOSURE") : once(who, key, lift, now, () -> {
            Closure closure = known.get();
            if (closure.liftedBy != null) {
                return new Answer(Kind.ALREADY, "", null, "", 0, List.of());
            }
            closure.liftedBy = who;
            events.add(new Event("closure", closure.row, 2, "CLOSED", "LIFTED", who, lift.name(), "-"));
            return Answer.of(Kind.DONE, closure.row, "LIFTED", 2);
        });
    }

    // What is written beside

    private void write(Booking booking, String before, Who who, Command command, String reason) {
        events.add(new Event("booking", booking.row, booking.version, before, booking.status, who, command.name(), reason));
    }

    /** What students do themselves is no news to them. */
    private void tell(Booking booking, String kind, Who sender, String reason, Instant at) {
        if (sender != booking.student) {
            inbox.add(new Message(booking.student, kind, booking, sender, reason, at));
        }
    }
}
