package org.mentorportal.booking;

import static org.mentorportal.booking.BookingPath.PLAN;
import static org.mentorportal.booking.BookingPath.RESTORE;
import static org.mentorportal.booking.BookingPath.STAFF;
import static org.mentorportal.booking.BookingPath.STUDENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Minutes;
import org.mentorportal.shared.Refused;

/**
 * Which rules bind which path (DESIGN.md section 6). What two people can race for (the seat, the resource, the student's
 * own time) is the database's to decide and not here; quotas are counted under the student's lock.
 */
final class BookingRules {

    /** In the order in which they are worth hearing. */
    private static final List<Line> TABLE = List.of(
            new Line(BookingRules::offered, STUDENT, STAFF, PLAN, RESTORE),
            new Line(BookingRules::slotExists, STUDENT, STAFF, PLAN),
            new Line(BookingRules::notPassed, STUDENT, STAFF, PLAN, RESTORE),
            new Line(BookingRules::notClosed, STUDENT, STAFF, PLAN, RESTORE),
            new Line(BookingRules::notTooFarAhead, STUDENT),
            new Line(BookingRules::enoughNotice, STUDENT),
            new Line(BookingRules::withinQuota, STUDENT),
            new Line(BookingRules::purposeGiven, STUDENT, STAFF),
            new Line(BookingRules::detailsFit, STUDENT, STAFF),
            new Line(BookingRules::playersFit, STUDENT, STAFF));

    private interface Rule {

        Optional<Refused> broken(Wish wish);
    }

    private record Line(Rule rule, Set<BookingPath> binds) {

        Line(Rule rule, BookingPath... binds) {
            this(rule, Set.of(binds));
        }
    }

    private BookingRules() {
    }

    /** The first rule of the wish's path that is broken; its facts were read after the locks. */
    static Optional<Refused> firstBroken(Wish wish) {
        return TABLE.stream().filter(line -> line.binds.contains(wish.path()))
                .flatMap(line -> line.rule.broken(wish).stream()).findFirst();
    }

    private static Optional<Refused> offered(Wish wish) {
        return when(wish.service().retired(), BookingRuleId.SERVICE_RETIRED, wish.service().name());
    }

    private static Optional<Refused> slotExists(Wish wish) {
        return when(wish.found().isEmpty(), BookingRuleId.NO_SUCH_SLOT, wish.start());
    }

    private static Optional<Refused> notPassed(Wish wish) {
        return passed(wish.slot(), wish.now());
    }

    private static Optional<Refused> notClosed(Wish wish) {
        return Optional.ofNullable(wish.facts().closed()).map(reason -> Refused.because(BookingRuleId.CLOSED, reason));
    }

    private static Optional<Refused> notTooFarAhead(Wish wish) {
        return notYetOpen(wish.slot(), wish.service(), wish.now());
    }

    private static Optional<Refused> enoughNotice(Wish wish) {
        return tooLate(wish.slot(), wish.service(), wish.now());
    }

    private static Optional<Refused> withinQuota(Wish wish) {
        return overQuota(wish.facts().used(), wish.slot(), wish.service());
    }

    private static Optional<Refused> purposeGiven(Wish wish) {
        return purposeMissing(wish.purpose());
    }

    private static Optional<Refused> detailsFit(Wish wish) {
        return detailsTooLong(wish.purpose(), wish.contact());
    }

    private static Optional<Refused> playersFit(Wish wish) {
        return wish.moved() != null ? Optional.empty() // they were judged when they were asked for
                : tooManyPlayers(wish.players(), wish.service());
    }

    // What screens tell beforehand, from the same rules

    static Optional<Refused> passed(Slot slot, Instant now) {
        return when(!now.isBefore(slot.start()), BookingRuleId.SLOT_PASSED, slot.start());
    }

    static Optional<Refused> notYetOpen(Slot slot, ServiceInfo service, Instant now) {
        return when(now.isBefore(slot.opensAt()), BookingRuleId.NOT_YET_OPEN, slot.opensAt(), service.timing().horizon());
    }

    static Optional<Refused> tooLate(Slot slot, ServiceInfo service, Instant now) {
        return when(!now.isBefore(slot.lapsesAt()), BookingRuleId.TOO_LATE, new Minutes(service.timing().notice()));
    }

    /** @param used what the student has of the service without the booking that is asked for or moved */
    static Optional<Refused> overQuota(Used used, Slot slot, ServiceInfo service) {
        Limits limits = service.limits();
        if (service.onePerDay() && Math.max(used.day(), used.held()) >= 1) {
            return Optional.of(Refused.because(BookingRuleId.ONE_PER_DAY, service.name(), slot.day()));
        }
        return full(used.day(), limits.perDay(), BookingRuleId.QUOTA_DAY, service, slot.day())
                .or(() -> full(used.week(), limits.perWeek(), BookingRuleId.QUOTA_WEEK, service,
                        BoardKey.monday(slot.day()).plusWeeks(1)))
                .or(() -> full(used.toCome(), limits.atOnce(), service));
    }

    private static Optional<Refused> full(int used, @Nullable Integer most, BookingRuleId rule, ServiceInfo service, LocalDate more) {
        return most == null || used < most ? Optional.empty() : Optional.of(Refused.because(rule, most, service.name(), more));
    }

    /** Whoever has too many to come can book again when so many of them have begun that one more fits. */
    private static Optional<Refused> full(List<Instant> toCome, @Nullable Integer most, ServiceInfo service) {
        return most == null || toCome.size() < most ? Optional.empty()
                : Optional.of(Refused.because(BookingRuleId.QUOTA_AT_ONCE, most, service.name(), toCome.get(toCome.size() - most)));
    }

    /** A student may no longer cancel or move; staff may, with a reason. */
    static Optional<Refused> pastCancelDeadline(ServiceInfo service, Instant start, Instant now) {
        int deadline = service.limits().cancelDeadline();
        return when(now.isBefore(start) && !now.isBefore(cancelUntil(service, start)), BookingRuleId.CANCEL_TOO_LATE,
                new Minutes(deadline));
    }

    static Instant cancelUntil(ServiceInfo service, Instant start) {
        return start.minusSeconds(60L * service.limits().cancelDeadline());
    }

    static Optional<Refused> purposeMissing(String purpose) {
        return when(purpose.isEmpty(), BookingRuleId.PURPOSE_NEEDED);
    }

    static Optional<Refused> detailsTooLong(String purpose, String contact) {
        return when(purpose.length() > 300 || contact.length() > 120, BookingRuleId.DETAILS_TOO_LONG);
    }

    static Optional<Refused> tooManyPlayers(int players, ServiceInfo service) {
        return when(players < 1 || players > service.players(), BookingRuleId.TOO_MANY_PLAYERS, service.players());
    }

    static Refused ownBookingThen(OwnBooking booking) {
        return Refused.because(BookingRuleId.OWN_BOOKING_THEN, booking.service().name(), booking.start());
    }

    private static Optional<Refused> when(boolean broken, BookingRuleId rule, Object... arguments) {
        return broken ? Optional.of(Refused.because(rule, arguments)) : Optional.empty();
    }
}
