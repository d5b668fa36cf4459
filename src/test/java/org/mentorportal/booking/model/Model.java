package org.mentorportal.booking.model;

import static org.mentorportal.booking.model.Answer.refused;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.booking.model.Answer.Kind;
import org.mentorportal.booking.model.Answer.Line;
import org.mentorportal.booking.model.Answer.Subject;
import org.mentorportal.booking.model.Mentees.Enrolment;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.EditHours;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.Command;
import org.mentorportal.shared.Role;

/**
 * The portal in plain Java, for one person at a time: what DESIGN.md says in sections 4, 6, 9 and 11, without a database, a
 * lock or any class of the portal that decides something. It foretells each answer and every row that is then stored.
 */
final class Model {

    private static final Duration RECEIPT_AGE = Duration.ofHours(24);
    private static final int REASON_LENGTH = 300;
    private static final int PURPOSE_LENGTH = 300;

    static final class Service {

        final Subject row;
        final Offer offer;
        Terms terms;
        boolean retired;
        int version;

        Service(Offer offer, ServiceInfo atFirst) {
            this.row = new Subject(atFirst.id().value());
            this.offer = offer;
            this.terms = offer.first;
            this.version = atFirst.version();
        }

        String state() {
            return retired ? "RETIRED" : "OFFERED";
        }

        Answer answer(Kind kind) {
            return Answer.of(kind, row, state(), version);
        }
    }

    /** It keeps the times and the seats that its service had when it was made or moved, whatever the service is like now. */
    static final class Booking {

        final Subject row = new Subject(0);
        final Who student;
        final Offer offer;
        Instant start;
        Instant end;
        Instant occupiedFrom;
        Instant occupiedTo;
        int capacity;
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
        @Nullable Hold hold;
        @Nullable Hold givenUp;

        Booking(Claim claim, Instant requestedAt) {
            this.student = claim.student;
            this.offer = claim.service.offer;
            this.purpose = claim.purpose;
            this.players = claim.players;
            this.contact = claim.contact;
            this.start = claim.start;
            this.end = claim.end();
            this.occupiedFrom = claim.from();
            this.occupiedTo = claim.to();
            this.requester = claim.by;
            this.requestedAt = requestedAt;
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
            return occupiedFrom.isBefore(to) && occupiedTo.isAfter(from);
        }

        boolean overlaps(Instant from, Instant to) {
            return start.isBefore(to) && end.isAfter(from);
        }

        Answer answer(Kind kind) {
            return Answer.of(kind, row, status, version);
        }
    }

    /** What a closure or a suspension is to the bookings that it cancelled; of closures nobody says its number. */
    static final class Hold {

        final Subject row = new Subject(0);
    }

    static final class Closure {

        final Subject row = new Subject(0);
        final Hold hold = new Hold();
        final Step.Closed what;
        final Instant from;
        final Instant to;
        final String reason;
        final Who by;
        @Nullable Who liftedBy;
        /** By its making, whatever became of it since. */
        List<Booking> cancelled = List.of();

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

    record Event(String type, Object subject, int seq, String from, String to, Who who, String command, String reason) {
    }

    record Message(Who reader, String kind, @Nullable Booking booking, @Nullable Enrolment enrolment, Who sender, String reason, Instant at) {
    }

    record KeyOf(Who who, String key) {
    }

    record Receipt(Command command, Instant at, Answer answer) {
    }

    final Map<Offer, Service> services = new EnumMap<>(Offer.class);
    final List<Booking> bookings = new ArrayList<>();
    final List<Closure> closures = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Message> inbox = new ArrayList<>();
    final Map<KeyOf, Receipt> receipts = new HashMap<>();
    final Gathered gathered = new Gathered(this);
    final Mentees mentees = new Mentees(this);
    final World world;

    Model(World world) {
        this.world = world;
        world.services().forEach((offer, atFirst) -> services.put(offer, new Service(offer, atFirst)));
    }

    Answer answer(Who who, Command command, String key, Instant now) {
        Answer answer = said(who, command, key, now);
        Subject subject = answer.subject();
        return subject == null ? answer : bookings.stream().filter(booking -> booking.row == subject && !gathered.isAbout(command)).findFirst()
                .map(booking -> gathered.withMeeting(answer, booking)).orElse(answer);
    }

    private Answer said(Who who, Command command, String key, Instant now) {
        return switch (command) {
            case RequestBooking asked -> !who.is(Role.STUDENT) ? Answer.forbidden() : once(who, key, asked, now, () -> claim(new Claim(
                    Path.STUDENT, who, service(asked.service()), asked.start(), who, asked.purpose(), asked.players(), asked.contact(), null, null),
                            asked, now));
            case BookForStudent asked -> bookFor(who, asked, key, now);
            case Decision.Approve approve -> decide(who, approve, key, "APPROVED", now);
            case Decision.Reject reject -> decide(who, reject, key, "REJECTED", now);
            case Decision.Revoke revoke -> decide(who, revoke, key, "REVOKED", now);
            case Decision.Cancel cancel -> decide(who, cancel, key, "CANCELLED", now);
            case RescheduleBooking move -> move(who, move, key, now);
            case EditBooking edit -> edit(who, edit, key, now);
            case CloseResource close -> close(who, close, key, now);
            case LiftClosure lift -> lift(who, lift, key, now);
            case EditService edit -> editService(who, edit, key, now);
            case EditHours edit -> editHours(who, edit, key, now);
            case RetireService retire -> retire(who, retire, key, now);
            case OfferService again -> offerAgain(who, again, key, now);
            case GiveUp giveUp -> giveUp(who, giveUp, key, now);
            default -> gathered.isAbout(command) ? gathered.answer(who, command, key, now) : mentees.answer(who, command, key, now);
        };
    }

    /** A key is good for one command, for a day, once something was done under it. */
    Answer once(Who who, String key, Command command, Instant now, Supplier<Answer> work) {
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

    /** By whom a seat is wanted, which says what rules there are. */
    enum Path {
        STUDENT, STAFF, PLAN, RESTORE
    }

    /**
     * @param undoing the hold that is being undone, or null
     * @param back    what comes back as it was, or null
     */
    record Claim(Path path, Who student, Service service, Instant start, Who by, String purpose, int players, String contact,
                 @Nullable Hold undoing, @Nullable Booking back) {

        static Claim back(Booking held, Service service, Who by) {
            return new Claim(Path.RESTORE, held.student, service, held.start, by, held.purpose, held.players, held.contact, held.hold, held);
        }

        Terms terms() {
            return service.terms;
        }

        Instant end() {
            return back == null ? terms().end(start) : back.end;
        }

        Instant from() {
            return back == null ? terms().occupiedFrom(start) : back.occupiedFrom;
        }

        Instant to() {
            return back == null ? terms().occupiedTo(start) : back.occupiedTo;
        }

        boolean onePerDay() {
            return back == null ? path == Path.STUDENT && terms().onePerDay() : back.onePerDay;
        }

        boolean approvesItself() {
            return terms().approvesItself(path == Path.STUDENT ? null : by);
        }

        /** Of the very slot that is claimed. */
        boolean isFor(Booking booking) {
            return booking.isOf(service.offer, start);
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
        return once(who, key, asked, now, () -> claim(new Claim(Path.STAFF, student, services.get(offer), asked.start(), who, asked.purpose(),
                asked.players(), asked.contact(), null, null), asked, now));
    }

    private Answer claim(Claim claim, Command command, Instant now) {
        Optional<Booking> own = active().filter(booking -> booking.student == claim.student && claim.isFor(booking)).findFirst();
        if (own.isPresent()) {
            return own.get().answer(Kind.ALREADY);
        }
        Optional<String> no = whyNot(claim, null, now);
        if (no.isPresent()) {
            return refused(no.get());
        }
        Booking booking = made(claim, command, now);
        if (claim.path == Path.STAFF) {
            tell(booking, "BOOKING_MADE", claim.by, "-", now);
        }
        return booking.answer(Kind.DONE);
    }

    Booking made(Claim claim, Command command, Instant now) {
        var booking = new Booking(claim, now);
        place(booking, claim, now);
        bookings.add(booking);
        write(booking, "-", claim.by, command, "-");
        if (booking.status.equals("APPROVED")) {
            gathered.approved(booking, false, claim.by, command, now);
        }
        return booking;
    }

    private void place(Booking booking, Claim claim, Instant now) {
        booking.seat = freeSeat(claim, booking);
        booking.start = claim.start;
        booking.end = claim.end();
        booking.occupiedFrom = claim.from();
        booking.occupiedTo = claim.to();
        booking.capacity = claim.terms().capacity();
        booking.onePerDay = claim.onePerDay();
        booking.requester = claim.by;
        booking.requestedAt = now;
        boolean approved = claim.approvesItself();
        booking.status = approved ? "APPROVED" : "PENDING";
        booking.approver = approved && claim.terms().approval() != Approval.AUTOMATIC ? claim.by : null;
        booking.approvedAt = approved ? now : null;
    }

    /** The lowest that leaves room for those who hold seats above it, some of them above a capacity that was lowered. */
    private int freeSeat(Claim claim, Booking self) {
        int capacity = claim.terms().capacity();
        List<Integer> held = others(self).filter(claim::isFor).map(other -> other.seat).toList();
        return IntStream.rangeClosed(1, capacity).filter(seat -> !held.contains(seat))
                .filter(seat -> seat + held.stream().filter(other -> other > seat).count() <= capacity).findFirst().orElseThrow();
    }

    /** Whether {@code student} could have this slot by asking, or by moving {@code moved} there. */
    boolean couldHave(Who student, Offer offer, Instant start, @Nullable Booking moved, Instant now) {
        return whyNot(new Claim(Path.STUDENT, student, services.get(offer), start, student, "something", 1, "", null, null), moved, now).isEmpty();
    }

    /** The first rule in the way, in the order in which they are worth hearing. */
    Optional<String> whyNot(Claim claim, @Nullable Booking moved, Instant now) {
        LocalDate day = world.day(claim.start);
        if (claim.service.retired) {
            return Optional.of("SERVICE_RETIRED");
        }
        if (claim.path != Path.RESTORE && claim.terms().starts(day.getDayOfWeek()).noneMatch(start -> day.atTime(start).atZone(world.zone())
                .toInstant().equals(claim.start))) {
            return Optional.of("NO_SUCH_SLOT");
        }
        if (!now.isBefore(claim.start)) {
            return Optional.of("SLOT_PASSED");
        }
        if (closures.stream().anyMatch(closure -> closure.liftedBy == null && closure.hold != claim.undoing
                && closure.covers(claim.service.offer.place, claim.from(), claim.to()))) {
            return Optional.of("CLOSED");
        }
        return (claim.path == Path.STUDENT ? whyNotForStudents(claim, day, moved, now) : Optional.<String>empty())
                .or(() -> claim.path == Path.STUDENT || claim.path == Path.STAFF ? details(claim.purpose, claim.players, claim.terms())
                        : Optional.empty())
                .or(() -> mentees.whyNot(claim, day))
                .or(() -> obstacle(claim, day, moved));
    }

    private Optional<String> whyNotForStudents(Claim claim, LocalDate day, @Nullable Booking moved, Instant now) {
        Limits limits = claim.terms().limits();
        if (now.isBefore(claim.terms().opensAt(day, world.zone()))) {
            return Optional.of("NOT_YET_OPEN");
        }
        if (!now.isBefore(Offer.later(claim.start, -claim.terms().timing().notice()))) {
            return Optional.of("TOO_LATE");
        }
        List<Booking> counted = others(moved).filter(booking -> booking.student == claim.student && booking.offer == claim.service.offer)
                .filter(booking -> booking.status.equals("APPROVED") || !booking.hasBegun(now)).toList();
        long thatDay = count(counted, booking -> world.day(booking.start).equals(day));
        if (claim.onePerDay() && thatDay > 0) {
            return Optional.of("ONE_PER_DAY");
        }
        return full(thatDay, limits.perDay(), "QUOTA_DAY")
                .or(() -> full(count(counted, booking -> monday(world.day(booking.start)).equals(monday(day))), limits.perWeek(), "QUOTA_WEEK"))
                .or(() -> full(count(counted, booking -> !booking.hasBegun(now)), limits.atOnce(), "QUOTA_AT_ONCE"));
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

    private static Optional<String> details(String purpose, int players, Terms terms) {
        if (purpose.isEmpty()) {
            return Optional.of("PURPOSE_NEEDED");
        }
        if (purpose.length() > PURPOSE_LENGTH) {
            return Optional.of("DETAILS_TOO_LONG");
        }
        return players > terms.players() ? Optional.of("TOO_MANY_PLAYERS") : Optional.empty();
    }

    /** The student's own time first, then the resource, then the seats. */
    private Optional<String> obstacle(Claim claim, LocalDate day, @Nullable Booking moved) {
        List<Booking> others = others(moved).toList();
        Predicate<Booking> own = booking -> booking.student == claim.student;
        if (others.stream().anyMatch(own.and(booking -> booking.overlaps(claim.start, claim.end())))) {
            return Optional.of(claim.by == claim.student ? "OWN_BOOKING_THEN" : "STUDENT_BOOKED_THEN");
        }
        if (claim.onePerDay() && others.stream().anyMatch(own.and(booking -> booking.onePerDay && booking.offer == claim.service.offer
                && world.day(booking.start).equals(day)))) {
            return Optional.of("ONE_PER_DAY");
        }
        if (others.stream().anyMatch(booking -> booking.offer.place == claim.service.offer.place && !claim.isFor(booking)
                && booking.occupies(claim.from(), claim.to()))) {
            return Optional.of("RESOURCE_TAKEN");
        }
        return count(others, claim::isFor) >= claim.terms().capacity()
                ? Optional.of("SLOT_TAKEN") : Optional.empty();
    }

    Stream<Booking> active() {
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

    private boolean decides(Who who, Booking booking) {
        return who == Who.PRINCIPAL || who == Who.ADMIN || (termsOf(booking).approval() == Approval.MENTOR && booking.offer.isOf(who));
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
                    ? booking.answer(Kind.STALE).since(version) : work.apply(booking);
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

    private Optional<String> whyNotCancel(Who who, Booking booking, Instant now) {
        return whyNotChange(booking, now).or(() -> booking.student == who ? pastDeadline(booking, now) : Optional.empty());
    }

    private static Optional<String> whyNotChange(Booking booking, Instant now) {
        return !booking.isActive() ? Optional.of("NOT_ACTIVE") : booking.hasBegun(now) ? Optional.of("ALREADY_BEGUN") : Optional.empty();
    }

    boolean mayStillCancel(Booking booking, Instant now) {
        return pastDeadline(booking, now).isEmpty();
    }

    private Optional<String> pastDeadline(Booking booking, Instant now) {
        return now.isBefore(Offer.later(booking.start, -termsOf(booking).limits().cancelDeadline())) ? Optional.empty()
                : Optional.of("CANCEL_TOO_LATE");
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
        if (goal.equals("APPROVED")) {
            gathered.approved(booking, false, who, decision, now);
        } else if (before.equals("APPROVED")) {
            gathered.released(booking, who, decision);
        }
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
                    var claim = new Claim(own ? Path.STUDENT : Path.STAFF, booking.student, services.get(booking.offer), move.start(), who,
                            booking.purpose, booking.players, booking.contact, null, null);
                    Optional<String> no = whyNotChange(booking, now)
                            .or(() -> own && move.reason().isEmpty() ? Optional.empty() : reason(move.reason()))
                            .or(() -> own ? pastDeadline(booking, now) : Optional.empty()).or(() -> whyNot(claim, booking, now));
                    if (no.isPresent()) {
                        return refused(no.get());
                    }
                    String before = booking.status;
                    String reason = move.reason().isEmpty() ? "-" : move.reason();
                    place(booking, claim, now);
                    booking.version++;
                    write(booking, before, who, move, reason);
                    if (before.equals("APPROVED")) {
                        gathered.released(booking, who, move);
                    }
                    if (booking.status.equals("APPROVED")) {
                        gathered.approved(booking, false, who, move, now);
                    }
                    tell(booking, "BOOKING_MOVED", who, reason, now);
                    return booking.answer(Kind.DONE);
                });
    }

    static Optional<String> reason(String words) {
        return words.isEmpty() ? Optional.of("REASON_NEEDED") : words.length() > REASON_LENGTH ? Optional.of("DETAILS_TOO_LONG") : Optional.empty();
    }

    private Answer edit(Who who, EditBooking edit, String key, Instant now) {
        if (!who.is(Role.STUDENT, Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        return onBooking(who, edit, edit.booking().value(), edit.version(), key, now, booking -> owns(who, booking),
                booking -> booking.isActive() && booking.purpose.equals(edit.purpose()) && booking.players == edit.players()
                        && booking.contact.equals(edit.contact()), booking -> {
                    Optional<String> no = details(edit.purpose(), edit.players(), termsOf(booking)).or(() -> whyNotChange(booking, now));
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
        if (!mayClose(who, what)) {
            return refused("UNKNOWN_CLOSURE");
        }
        Answer answer = once(who, key, close, now, () -> {
            Optional<String> no = reason(close.reason())
                    .or(() -> close.from().isBefore(close.to()) ? Optional.empty() : Optional.of("CLOSURE_TIMES"))
                    .or(() -> close.to().isAfter(now) ? Optional.empty() : Optional.of("CLOSURE_PAST"));
            return no.isPresent() ? refused(no.get()) : closed(who, close, what, now);
        });
        return answer.kind() != Kind.DONE ? answer : closures.stream().filter(closure -> closure.row == answer.subject()).findFirst()
                .map(closure -> answer.with(closure.cancelled.stream().sorted(BY_START).map(booking -> booking.row).toList())).orElseThrow();
    }

    private Answer closed(Who who, CloseResource close, Step.Closed what, Instant now) {
        var made = new Closure(what, close.from(), close.to(), close.reason(), who);
        List<Booking> inside = active().filter(booking -> !booking.hasBegun(now) && made.closes(booking.offer.place)
                && booking.occupies(made.from, made.to)).toList();
        made.cancelled = inside;
        closures.add(made);
        events.add(new Event("closure", made.row, 1, "-", "CLOSED", who, close.name(), close.reason()));
        cancelled(inside, made.hold, who, close, close.reason()).forEach(booking -> tell(booking, "BOOKING_CANCELLED", who, close.reason(),
                now));
        return Answer.of(Kind.DONE, made.row, "CLOSED", 1);
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
            List<Line> lines = lift.restore() ? restored(closure.hold, who, lift, now) : List.of();
            lines.stream().filter(line -> line.verdict().equals("RESTORED")).forEach(line -> bookings.stream()
                    .filter(booking -> booking.row == line.booking()).forEach(booking -> tell(booking, "BOOKING_RESTORED", who, "-", now)));
            return Answer.of(Kind.DONE, closure.row, "LIFTED", 2).with(lines);
        });
    }

    // Holds

    static final Comparator<Booking> BY_START = Comparator.comparing((Booking booking) -> booking.start).thenComparing(booking ->
            booking.row.id);

    /** What it still holds. */
    Stream<Booking> heldBy(Hold hold) {
        return bookings.stream().filter(booking -> booking.hold == hold).sorted(BY_START);
    }

    Comparator<Line> linesByStart() {
        return Comparator.comparing(Line::start).thenComparing(line -> services.get(line.offer()).row.id);
    }

    /** One after the other, by start; what was given up meanwhile is told of. */
    List<Line> restored(Hold hold, Who who, Command command, Instant now) {
        List<Line> lines = new ArrayList<>();
        heldBy(hold).toList().forEach(booking -> lines.add(back(booking, who, command, now)));
        bookings.stream().filter(booking -> booking.givenUp == hold).sorted(BY_START)
                .forEach(booking -> lines.add(new Line(booking.offer, booking.start, booking.student, "GIVEN_UP", booking.row, "-")));
        lines.sort(linesByStart());
        return lines;
    }

    private Line back(Booking held, Who who, Command command, Instant now) {
        Claim claim = Claim.back(held, services.get(held.offer), who);
        Optional<String> no = whyNot(claim, null, now);
        if (no.isPresent()) {
            return new Line(held.offer, held.start, held.student, verdict(no.get()), held.row, "-");
        }
        held.seat = freeSeat(claim, held);
        held.capacity = claim.terms().capacity();
        held.status = held.heldStatus;
        held.heldStatus = "-";
        held.hold = null;
        held.ender = null;
        held.reason = "-";
        held.version++;
        write(held, "CANCELLED", who, command, "-");
        if (held.status.equals("APPROVED")) {
            gathered.approved(held, true, who, command, now);
        }
        return new Line(held.offer, held.start, held.student, "RESTORED", held.row, held.status);
    }

    static String verdict(String rule) {
        return switch (rule) {
            case "SLOT_TAKEN", "RESOURCE_TAKEN" -> "TAKEN";
            case "CLOSED", "NO_SUCH_SLOT" -> rule;
            case "OWN_BOOKING_THEN", "STUDENT_BOOKED_THEN" -> "OWN_BOOKING";
            case "ONE_PER_DAY" -> "OTHER_THAT_DAY";
            case "SERVICE_RETIRED" -> "NOT_OFFERED";
            case "SLOT_PASSED" -> "PAST";
            default -> "NOT_BOOKABLE";
        };
    }

    private Answer giveUp(Who who, GiveUp giveUp, String key, Instant now) {
        if (!who.is(Role.STUDENT)) {
            return Answer.forbidden();
        }
        return onBooking(who, giveUp, giveUp.booking().value(), null, key, now, booking -> booking.student == who,
                booking -> booking.status.equals("CANCELLED") && booking.hold == null, booking -> {
                    if (booking.hold == null) {
                        return refused("NOT_HELD");
                    }
                    booking.givenUp = booking.hold;
                    booking.hold = null;
                    booking.heldStatus = "-";
                    booking.version++;
                    write(booking, booking.status, who, giveUp, "-");
                    return booking.answer(Kind.DONE);
                });
    }

    // Services

    private Service service(ServiceId id) {
        return services.get(world.offer(id));
    }

    /** As the service of the booking is now: deadlines, players and who decides are not the booking's own. */
    private Terms termsOf(Booking booking) {
        return services.get(booking.offer).terms;
    }

    Optional<Offer> retired() {
        return services.values().stream().filter(service -> service.retired).map(service -> service.offer).findFirst();
    }

    private Answer editService(Who who, EditService edit, String key, Instant now) {
        Service service = service(edit.service());
        return who != Who.ADMIN ? Answer.forbidden() : change(who, edit, service, key, now, () -> altered(who, edit, service, edit.version(),
                Terms.of(edit)));
    }

    private Answer editHours(Who who, EditHours edit, String key, Instant now) {
        if (!who.is(Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        Service service = service(edit.service());
        return who != Who.ADMIN && !service.offer.isOf(who) ? refused("UNKNOWN_SERVICE")
                : change(who, edit, service, key, now, () -> altered(who, edit, service, edit.version(), service.terms.with(edit.hours())));
    }

    private Answer altered(Who who, Command command, Service service, int version, Terms terms) {
        return ifCurrent(service, version, terms.equals(service.terms)).orElseGet(() -> {
            if (terms.approval() == Approval.MENTOR && service.offer.place != Offer.Place.MENTOR) {
                return refused("NO_MENTOR_TO_APPROVE");
            }
            service.terms = terms;
            return changed(who, command, service, service.retired, "-");
        });
    }

    private Answer offerAgain(Who who, OfferService again, String key, Instant now) {
        Service service = service(again.service());
        return who != Who.ADMIN ? Answer.forbidden() : change(who, again, service, key, now, () ->
                ifCurrent(service, again.version(), !service.retired).orElseGet(() -> changed(who, again, service, false, "-")));
    }

    private Answer retire(Who who, RetireService retire, String key, Instant now) {
        Service service = service(retire.service());
        boolean cancel = retire.bookings() == LiveBookings.CANCEL;
        return who != Who.ADMIN ? Answer.forbidden() : change(who, retire, service, key, now, () -> {
            Optional<String> no = retire.reason().isEmpty() && !cancel ? Optional.empty() : reason(retire.reason());
            return no.map(Answer::refused).or(() -> ifCurrent(service, retire.version(), service.retired)).orElseGet(() -> {
                List<Booking> live = active().filter(booking -> cancel && booking.offer == service.offer && !booking.hasBegun(now)).toList();
                cancelled(live, null, who, retire, retire.reason()).forEach(booking -> tell(booking, "BOOKING_CANCELLED", who, retire.reason(),
                        now));
                return changed(who, retire, service, true, retire.reason().isEmpty() ? "-" : retire.reason())
                        .with(live.stream().sorted(BY_START).map(booking -> booking.row).toList());
            });
        });
    }

    /** A repeat is told how the service is now. */
    private Answer change(Who who, Command command, Service service, String key, Instant now, Supplier<Answer> work) {
        Answer answer = once(who, key, command, now, work);
        return answer.kind() == Kind.DONE ? service.answer(Kind.DONE).with(answer.more()) : answer;
    }

    /** What there is to say instead of a change. */
    private static Optional<Answer> ifCurrent(Service service, int version, boolean already) {
        return already ? Optional.of(service.answer(Kind.ALREADY)) : version == service.version ? Optional.empty()
                : Optional.of(service.answer(Kind.STALE).since(version));
    }

    private Answer changed(Who who, Command command, Service service, boolean retired, String reason) {
        String before = service.state();
        service.retired = retired;
        service.version++;
        events.add(new Event("service", service.row, service.version, before, service.state(), who, command.name(), reason));
        return service.answer(Kind.DONE);
    }

    // What is written beside

    /** @param hold that holds them from now on, or null */
    List<Booking> cancelled(List<Booking> live, @Nullable Hold hold, Who who, Command command, String reason) {
        live.stream().sorted(BY_START).forEach(booking -> {
            String before = booking.status;
            booking.heldStatus = hold == null ? "-" : before;
            booking.hold = hold;
            booking.status = "CANCELLED";
            booking.version++;
            booking.ender = who;
            booking.reason = reason.isEmpty() ? "-" : reason;
            write(booking, before, who, command, booking.reason);
            if (before.equals("APPROVED")) {
                gathered.released(booking, who, command);
            }
        });
        return live;
    }

    private void write(Booking booking, String before, Who who, Command command, String reason) {
        events.add(new Event("booking", booking.row, booking.version, before, booking.status, who, command.name(), reason));
    }

    /** What students do themselves is no news to them. */
    private void tell(Booking booking, String kind, Who sender, String reason, Instant at) {
        if (sender != booking.student) {
            inbox.add(new Message(booking.student, kind, booking, null, sender, reason, at));
        }
    }
}
