package org.mentorportal.booking.model;

import static org.mentorportal.booking.model.Answer.refused;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.model.Answer.Kind;
import org.mentorportal.booking.model.Answer.Line;
import org.mentorportal.booking.model.Answer.Subject;
import org.mentorportal.booking.model.Model.Booking;
import org.mentorportal.booking.model.Model.Claim;
import org.mentorportal.booking.model.Model.Event;
import org.mentorportal.booking.model.Model.Hold;
import org.mentorportal.booking.model.Model.Message;
import org.mentorportal.command.Command;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.CycleTerms;
import org.mentorportal.mentorship.DeclineReprobation;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.SuspensionId;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.shared.Role;

/** The part of the model that knows cycles, mentees, their plans, their warnings and what people decide about them. */
final class Mentees {

    private static final String ACTIVE = "ACTIVE";

    static final class Cycle {

        final Subject row = new Subject(0);
        String name = "";
        LocalDate first = LocalDate.EPOCH;
        LocalDate last = LocalDate.EPOCH;
        int limit;
        Set<Offer> offers = Set.of();
        int version;

        void become(CycleTerms terms, World world) {
            name = terms.cycleName();
            first = terms.firstDay();
            last = terms.lastDay();
            limit = terms.noShowLimit();
            offers = offers(terms, world);
            version++;
        }

        boolean isAlready(CycleTerms terms, World world) {
            return name.equals(terms.cycleName()) && first.equals(terms.firstDay()) && last.equals(terms.lastDay())
                    && limit == terms.noShowLimit() && offers.equals(offers(terms, world));
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        Answer answer(Kind kind) {
            return Answer.of(kind, row, "SET", version);
        }
    }

    record Planned(Offer offer, DayOfWeek weekday, LocalTime time) {
    }

    static final class Enrolment {

        final Subject row = new Subject(0);
        final Cycle cycle;
        final Who student;
        final Who lead;
        final Who enroller;
        final Instant enrolledAt;
        String status = ACTIVE;
        @Nullable Instant declinedAt;
        List<Planned> plan = List.of();
        int version = 1;

        Enrolment(Cycle cycle, Who student, Who lead, Who enroller, Instant enrolledAt) {
            this.cycle = cycle;
            this.student = student;
            this.lead = lead;
            this.enroller = enroller;
            this.enrolledAt = enrolledAt;
        }

        Answer answer(Kind kind) {
            return Answer.of(kind, row, status, version);
        }
    }

    static final class Suspension {

        final Subject row = new Subject(0);
        final Hold hold = new Hold();
        final Enrolment enrolment;
        final SuspensionKind kind;
        final String reason;
        final Who by;
        final Instant at;
        List<Booking> cancelled = List.of();
        @Nullable Who endedBy;
        @Nullable Instant endedAt;

        Suspension(Enrolment enrolment, SuspensionKind kind, String reason, Who by, Instant at) {
            this.enrolment = enrolment;
            this.kind = kind;
            this.reason = reason;
            this.by = by;
            this.at = at;
        }
    }

    static final class Warning {

        final Subject row = new Subject(0);
        final Enrolment enrolment;
        final Booking booking;
        String status = "RAISED";
        Who raisedBy;
        Instant raisedAt;
        @Nullable Suspension ledTo;
        @Nullable Suspension settledBy;
        @Nullable String answer;
        @Nullable Instant answeredAt;
        int version = 1;

        Warning(Enrolment enrolment, Booking booking, Who raisedBy, Instant raisedAt) {
            this.enrolment = enrolment;
            this.booking = booking;
            this.raisedBy = raisedBy;
            this.raisedAt = raisedAt;
        }

        boolean isRaised() {
            return status.equals("RAISED");
        }

        boolean counts() {
            return isRaised() && settledBy == null;
        }

        Answer answer(Kind kind) {
            return Answer.of(kind, row, !isRaised() ? status : settledBy == null ? "COUNTS" : "SETTLED", version);
        }
    }

    final List<Cycle> cycles = new ArrayList<>();
    final List<Enrolment> enrolments = new ArrayList<>();
    final List<Suspension> suspensions = new ArrayList<>();
    final List<Warning> warnings = new ArrayList<>();
    private final Model model;

    Mentees(Model model) {
        this.model = model;
    }

    Answer answer(Who who, Command command, String key, Instant now) {
        return switch (command) {
            case AddCycle add -> who != Who.ADMIN ? Answer.forbidden() : now(cycles, cycle -> cycle.row, cycle -> cycle.answer(Kind.DONE),
                    model.once(who, key, add, now, () -> added(who, add)));
            case EditCycle edit -> editCycle(who, edit, key, now);
            case EnrolStudent enrol -> enrol(who, enrol, key, now);
            case SetPlan plan -> !who.is(Role.MENTOR, Role.ADMIN) ? Answer.forbidden() : onEnrolment(who, plan, plan.enrolment(), key, now,
                    asLead(who), enrolment -> planned(who, plan, enrolment));
            case GeneratePlan plan -> !who.is(Role.MENTOR, Role.ADMIN) ? Answer.forbidden() : onEnrolment(who, plan, plan.enrolment(), key, now,
                    asLead(who), enrolment -> generated(who, plan, enrolment, now));
            case SuspensionCommand.Begin begin -> who == Who.PRINCIPAL ? Answer.forbidden() : onEnrolment(who, begin, begin.enrolment(), key, now,
                    asOneWhoSuspends(who, begin.kind()), enrolment -> begun(who, begin, enrolment, now));
            case SuspensionCommand.End end -> who == Who.PRINCIPAL ? Answer.forbidden() : onEnrolment(who, end, end.enrolment(), key, now,
                    asOneWhoSuspends(who, end.kind()), enrolment -> ended(who, end, enrolment, now));
            case DeclineReprobation decline -> !who.is(Role.MENTOR, Role.ADMIN) ? Answer.forbidden() : onEnrolment(who, decline,
                    decline.enrolment(), key, now, asLead(who), enrolment -> declined(who, decline, enrolment, now));
            case AnswerNoShow answer -> explain(who, answer, key, now);
            default -> throw new IllegalArgumentException("the model does not know " + command);
        };
    }

    private void write(String type, Object subject, int seq, String from, String to, Who who, Command command, String reason) {
        model.events.add(new Event(type, subject, seq, from, to, who, command.name(), reason));
    }

    /** A repeat is told how it is now. */
    private static <T> Answer now(List<T> all, Function<T, Subject> row, Function<T, Answer> asItIs, Answer answer) {
        return answer.kind() != Kind.DONE ? answer : all.stream().filter(one -> row.apply(one) == answer.subject()).findFirst().map(asItIs)
                .orElseThrow();
    }

    // Cycles

    static Set<Offer> offers(CycleTerms terms, World world) {
        return terms.services().stream().map(world::offer).collect(Collectors.toSet());
    }

    private Optional<String> broken(CycleTerms terms, @Nullable Cycle self) {
        long days = ChronoUnit.DAYS.between(terms.firstDay(), terms.lastDay()) + 1;
        if (days < 1 || days > 400) {
            return Optional.of("CYCLE_DAYS");
        }
        if (terms.noShowLimit() < 1 || terms.noShowLimit() > 20) {
            return Optional.of("NO_SHOW_LIMIT_RANGE");
        }
        Set<Offer> wanted = offers(terms, model.world);
        if (wanted.stream().anyMatch(offer -> model.services.get(offer).retired && (self == null || !self.offers.contains(offer)))) {
            return Optional.of("SERVICE_RETIRED");
        }
        List<Cycle> others = cycles.stream().filter(other -> other != self).toList();
        if (others.stream().anyMatch(other -> !other.first.isAfter(terms.lastDay()) && !other.last.isBefore(terms.firstDay())
                && other.offers.stream().anyMatch(wanted::contains))) {
            return Optional.of("SERVICE_IN_OTHER_CYCLE");
        }
        return others.stream().anyMatch(other -> other.name.equals(terms.cycleName())) ? Optional.of("NAME_TAKEN") : Optional.empty();
    }

    private Answer added(Who who, AddCycle add) {
        return broken(add, null).map(Answer::refused).orElseGet(() -> {
            var cycle = new Cycle();
            cycle.become(add, model.world);
            cycles.add(cycle);
            write("cycle", cycle.row, 1, "-", "SET", who, add, "-");
            return cycle.answer(Kind.DONE);
        });
    }

    private Answer editCycle(Who who, EditCycle edit, String key, Instant now) {
        if (who != Who.ADMIN) {
            return Answer.forbidden();
        }
        Optional<Cycle> known = cycles.stream().filter(cycle -> cycle.row.id == edit.cycle().value()).findFirst();
        return known.isEmpty() ? refused("UNKNOWN_CYCLE") : now(cycles, cycle -> cycle.row, cycle -> cycle.answer(Kind.DONE),
                model.once(who, key, edit, now, () -> edited(who, edit, known.get())));
    }

    private Answer edited(Who who, EditCycle edit, Cycle cycle) {
        if (cycle.isAlready(edit, model.world)) {
            return cycle.answer(Kind.ALREADY);
        }
        if (edit.version() != cycle.version) {
            return cycle.answer(Kind.STALE).since(edit.version());
        }
        return broken(edit, cycle).map(Answer::refused).orElseGet(() -> {
            cycle.become(edit, model.world);
            write("cycle", cycle.row, cycle.version, "SET", "SET", who, edit, "-");
            return cycle.answer(Kind.DONE);
        });
    }

    // Enrolments

    private static Rights asLead(Who who) {
        return enrolment -> who == Who.ADMIN || enrolment.lead == who;
    }

    private static Rights asOneWhoSuspends(Who who, SuspensionKind kind) {
        return enrolment -> asLead(who).on(enrolment) || (kind == SuspensionKind.UNSUBSCRIBED && enrolment.student == who);
    }

    private interface Rights {

        boolean on(Enrolment enrolment);
    }

    /** What was done is told with the enrolment as it is now. */
    private Answer onEnrolment(Who who, Command command, EnrolmentId id, String key, Instant now, Rights rights, Function<Enrolment, Answer> work) {
        Optional<Enrolment> known = enrolments.stream().filter(enrolment -> enrolment.row.id == id.value()).filter(rights::on).findFirst();
        if (known.isEmpty()) {
            return refused("UNKNOWN_ENROLMENT");
        }
        Enrolment enrolment = known.get();
        Answer answer = model.once(who, key, command, now, () -> work.apply(enrolment));
        Subject subject = answer.subject();
        return answer.kind() != Kind.DONE || subject == null ? answer : Answer.of(Kind.DONE, subject, enrolment.status, enrolment.version)
                .with(command instanceof SuspensionCommand.Begin ? suspensions.stream().filter(one -> one.hold.row == subject)
                        .flatMap(one -> Stream.concat(Stream.of(open(enrolment).map(open -> open.row).orElse(new Subject(-1))),
                                one.cancelled.stream().sorted(Model.BY_START).map(booking -> booking.row))).toList() : answer.more());
    }

    private Answer enrol(Who who, EnrolStudent enrol, String key, Instant now) {
        Who student = model.world.who(enrol.student());
        Who lead = model.world.who(enrol.lead());
        if (!who.is(Role.MENTOR, Role.ADMIN)) {
            return Answer.forbidden();
        }
        if (who != lead && who != Who.ADMIN) {
            return refused("LEAD_IS_ANOTHER");
        }
        if (!student.is(Role.STUDENT)) {
            return refused("NOT_A_STUDENT");
        }
        if (!lead.is(Role.MENTOR)) {
            return refused("LEAD_MENTOR");
        }
        return now(enrolments, enrolment -> enrolment.row, enrolment -> enrolment.answer(Kind.DONE), model.once(who, key, enrol, now, () -> {
            Optional<Cycle> cycle = cycles.stream().filter(one -> one.row.id == enrol.cycle().value()).findFirst();
            return cycle.isEmpty() ? refused("UNKNOWN_CYCLE") : model.world.day(now).isAfter(cycle.get().last) ? refused("CYCLE_OVER")
                    : enrolled(who, enrol, new Enrolment(cycle.get(), student, lead, who, now));
        }));
    }

    private Answer enrolled(Who who, EnrolStudent enrol, Enrolment made) {
        Optional<Enrolment> before = of(made.cycle, made.student);
        if (before.isPresent()) {
            return asLead(who).on(before.get()) ? before.get().answer(Kind.ALREADY) : refused("ALREADY_ENROLLED");
        }
        enrolments.add(made);
        write("enrolment", made.row, 1, "-", ACTIVE, who, enrol, "-");
        return made.answer(Kind.DONE);
    }

    private Optional<Enrolment> of(Cycle cycle, Who student) {
        return enrolments.stream().filter(one -> one.cycle == cycle && one.student == student).findFirst();
    }

    Optional<Suspension> open(Enrolment enrolment) {
        return suspensions.stream().filter(one -> one.enrolment == enrolment && one.endedAt == null).findFirst();
    }

    /** Why only a cycle's active mentees, and only on its days. */
    Optional<String> whyNot(Claim claim, LocalDate day) {
        List<Cycle> all = cycles.stream().filter(cycle -> cycle.offers.contains(claim.service().offer)).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<Cycle> covering = all.stream().filter(cycle -> cycle.covers(day)).findFirst();
        if (covering.isEmpty()) {
            return Optional.of(all.stream().anyMatch(cycle -> of(cycle, claim.student()).isPresent()) ? "BEYOND_CYCLE" : "NOT_A_MENTEE");
        }
        Optional<Enrolment> enrolment = of(covering.get(), claim.student());
        return enrolment.isEmpty() ? Optional.of("NOT_A_MENTEE") : enrolment.flatMap(this::open).filter(pause -> pause.hold != claim.undoing())
                .map(pause -> "MENTEE_SUSPENDED");
    }

    // Plans

    private Answer planned(Who who, SetPlan plan, Enrolment enrolment) {
        List<Planned> times = plan.times().stream().map(time -> new Planned(model.world.offer(time.service()), time.weekday(), time.time())).toList();
        if (times.equals(enrolment.plan)) {
            return enrolment.answer(Kind.ALREADY);
        }
        if (plan.version() != enrolment.version) {
            return enrolment.answer(Kind.STALE).since(plan.version());
        }
        if (times.size() > 20) {
            return refused("PLAN_TOO_LONG");
        }
        for (Planned time : times) {
            if (!enrolment.cycle.offers.contains(time.offer)) {
                return refused("PLAN_SERVICE");
            }
            if (time.time.getSecond() != 0) {
                return refused("PLAN_TIME");
            }
        }
        for (int one = 0; one < times.size(); one++) {
            for (Planned other : times.subList(one + 1, times.size())) {
                Planned first = times.get(one);
                if (first.weekday == other.weekday && Duration.between(first.time, other.time).toMinutes()
                        < model.services.get(first.offer).terms.timing().duration()) {
                    return refused("PLAN_OVERLAP");
                }
            }
        }
        enrolment.plan = times;
        enrolment.version++;
        write("enrolment", enrolment.row, enrolment.version, enrolment.status, enrolment.status, who, plan, "-");
        return enrolment.answer(Kind.DONE);
    }

    private Answer generated(Who who, GeneratePlan plan, Enrolment enrolment, Instant now) {
        if (open(enrolment).isPresent()) {
            return refused("MENTEE_SUSPENDED");
        }
        Cycle cycle = enrolment.cycle;
        LocalDate today = model.world.day(now);
        LocalDate from = latest(latest(plan.from(), cycle.first), today);
        LocalDate to = plan.to().isBefore(cycle.last) ? plan.to() : cycle.last;
        if (to.isBefore(from)) {
            return refused(today.isAfter(cycle.last) ? "CYCLE_OVER" : "FILL_PERIOD");
        }
        List<Line> lines = filled(who, plan, enrolment, from, to, null, now);
        if (lines.stream().noneMatch(line -> line.verdict().equals("MADE"))) {
            return new Answer(Kind.ALREADY, "", null, enrolment.status, enrolment.version, lines);
        }
        tell(enrolment.student, "PLAN_FILLED", null, enrolment, who, "-", now);
        return Answer.of(Kind.DONE, new Subject(0), enrolment.status, enrolment.version).with(lines);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private record Day(Offer offer, LocalDate day) {
    }

    /** Nothing on a day on which the student had any booking of the service, however it ended. */
    private List<Line> filled(Who who, Command command, Enrolment enrolment, LocalDate from, LocalDate to, @Nullable Hold undoing, Instant now) {
        Set<Day> taken = model.bookings.stream().filter(booking -> booking.student == enrolment.student)
                .map(booking -> new Day(booking.offer, model.world.day(booking.start))).collect(Collectors.toCollection(HashSet::new));
        List<Line> lines = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            for (Planned time : enrolment.plan) {
                Instant start = day.atTime(time.time).atZone(model.world.zone()).toInstant();
                if (time.weekday == day.getDayOfWeek() && enrolment.cycle.offers.contains(time.offer) && start.isAfter(now)) {
                    var due = new Day(time.offer, day);
                    Line line = taken.contains(due) ? line(time.offer, start, enrolment, "DAY_HAS_BOOKING")
                            : made(who, command, enrolment, time.offer, start, undoing, now);
                    lines.add(line);
                    if (line.verdict().equals("MADE")) {
                        taken.add(due);
                    }
                }
            }
        }
        return lines;
    }

    private Line made(Who who, Command command, Enrolment enrolment, Offer offer, Instant start, @Nullable Hold undoing, Instant now) {
        var claim = new Claim(Model.Path.PLAN, enrolment.student, model.services.get(offer), start, who, enrolment.cycle.name, 1, "", undoing, null);
        Optional<String> no = model.whyNot(claim, null, now);
        if (no.isPresent()) {
            return line(offer, start, enrolment, Model.verdict(no.get()));
        }
        Booking booking = model.made(claim, command, now);
        return new Line(offer, start, enrolment.student, "MADE", booking.row, booking.status);
    }

    private static Line line(Offer offer, Instant start, Enrolment enrolment, String verdict) {
        return new Line(offer, start, enrolment.student, verdict, null, "-");
    }

    // Suspensions

    private Answer begun(Who who, SuspensionCommand.Begin begin, Enrolment enrolment, Instant now) {
        Optional<Suspension> open = open(enrolment);
        if (open.isPresent()) {
            return open.get().kind == begin.kind() ? already(enrolment, open.get().by, open.get().at) : refused("ALREADY_" + open.get().kind);
        }
        if (begin.reason().isEmpty() && who != enrolment.student) {
            return refused("REASON_NEEDED");
        }
        if (begin.reason().length() > 300) {
            return refused("DETAILS_TOO_LONG");
        }
        String reason = Gathered.words(begin.reason());
        var suspension = new Suspension(enrolment, begin.kind(), reason, who, now);
        suspensions.add(suspension);
        enrolment.status = begin.kind().name();
        enrolment.version++;
        suspension.cancelled = model.cancelled(model.active().filter(booking -> isWithin(enrolment, booking) && !booking.hasBegun(now)
                && (who != enrolment.student || model.mayStillCancel(booking, now))).toList(), suspension.hold, who, begin, "");
        boolean reprobated = begin.kind() == SuspensionKind.REPROBATED;
        counting(enrolment).filter(warning -> reprobated).forEach(warning -> warning.ledTo = suspension);
        write("enrolment", enrolment.row, enrolment.version, ACTIVE, enrolment.status, who, begin, reason);
        if (who == enrolment.student) {
            tell(enrolment.lead, "MENTEE_LEFT", null, enrolment, who, reason, now);
        } else {
            tell(enrolment.student, "MENTEE_" + begin.kind(), null, enrolment, who, reason, now);
            tellLead(enrolment, "MENTEE_PAUSED", who, reason, now);
        }
        return Answer.of(Kind.DONE, suspension.hold.row, enrolment.status, enrolment.version);
    }

    private boolean isWithin(Enrolment enrolment, Booking booking) {
        return booking.student == enrolment.student && enrolment.cycle.offers.contains(booking.offer)
                && enrolment.cycle.covers(model.world.day(booking.start));
    }

    private static Answer already(Enrolment enrolment, Who who, Instant at) {
        return enrolment.answer(Kind.ALREADY).with(List.of(who, at));
    }

    private Answer ended(Who who, SuspensionCommand.End end, Enrolment enrolment, Instant now) {
        Optional<Suspension> open = open(enrolment);
        SuspensionId named = end.suspension();
        Optional<Suspension> meant = named != null
                ? suspensions.stream().filter(one -> one.row.id == named.value() && one.enrolment == enrolment).findFirst()
                : open.or(() -> suspensions.reversed().stream().filter(one -> one.enrolment == enrolment && one.kind == end.kind()).findFirst());
        if (meant.isPresent() && meant.get().endedBy != null && meant.get().endedAt != null) {
            return already(enrolment, meant.get().endedBy, meant.get().endedAt);
        }
        if (meant.isEmpty()) {
            return refused("NOT_SUSPENDED");
        }
        Suspension suspension = meant.get();
        if (suspension.kind != end.kind()) {
            return refused("ALREADY_" + suspension.kind);
        }
        return who == enrolment.student && suspension.by != who ? refused("RESUBSCRIBE_BY_STAFF") : over(who, end, suspension, enrolment, now);
    }

    private Answer over(Who who, SuspensionCommand.End end, Suspension suspension, Enrolment enrolment, Instant now) {
        suspension.endedBy = who;
        suspension.endedAt = now;
        String before = enrolment.status;
        enrolment.status = ACTIVE;
        enrolment.version++;
        counting(enrolment).filter(warning -> suspension.kind == SuspensionKind.REPROBATED).forEach(warning -> warning.settledBy = suspension);
        List<Line> lines = new ArrayList<>(model.restored(suspension.hold, who, end, now));
        Set<Day> told = lines.stream().map(this::day).collect(Collectors.toSet());
        filled(who, end, enrolment, latest(enrolment.cycle.first, model.world.day(now)), enrolment.cycle.last, suspension.hold, now).stream()
                .filter(line -> !line.verdict().equals("DAY_HAS_BOOKING") || !told.contains(day(line))).forEach(lines::add);
        lines.sort(model.linesByStart());
        write("enrolment", enrolment.row, enrolment.version, before, ACTIVE, who, end, "-");
        if (who == enrolment.student) {
            tell(enrolment.lead, "MENTEE_CAME_BACK", null, enrolment, who, "-", now);
        } else {
            tell(enrolment.student, suspension.kind == SuspensionKind.REPROBATED ? "MENTEE_REACTIVATED" : "MENTEE_RESUBSCRIBED", null, enrolment,
                    who, "-", now);
            tellLead(enrolment, "MENTEE_CAME_BACK", who, "-", now);
        }
        return Answer.of(Kind.DONE, suspension.hold.row, enrolment.status, enrolment.version).with(lines);
    }

    private Day day(Line line) {
        return new Day(line.offer(), model.world.day(line.start()));
    }

    // Warnings

    private Stream<Warning> counting(Enrolment enrolment) {
        return warnings.stream().filter(warning -> warning.enrolment == enrolment && warning.counts());
    }

    boolean questionOpen(Enrolment enrolment) {
        return enrolment.status.equals(ACTIVE) && counting(enrolment).count() >= enrolment.cycle.limit
                && counting(enrolment).anyMatch(warning -> enrolment.declinedAt == null || warning.raisedAt.isAfter(enrolment.declinedAt));
    }

    private Optional<Warning> of(Booking booking) {
        return warnings.stream().filter(warning -> warning.booking == booking).findFirst();
    }

    void missed(Booking booking, Who who, Command command, Instant now) {
        Optional<Warning> before = of(booking);
        LocalDate day = model.world.day(booking.start);
        before.ifPresentOrElse(warning -> {
            warning.status = "RAISED";
            warning.raisedBy = who;
            warning.raisedAt = now;
            write("warning", booking.row, ++warning.version, "WITHDRAWN", "RAISED", who, command, "-");
        }, () -> enrolments.stream().filter(enrolment -> enrolment.student == booking.student && enrolment.cycle.offers.contains(booking.offer)
                && enrolment.cycle.covers(day)).findFirst().ifPresent(enrolment -> {
            warnings.add(new Warning(enrolment, booking, who, now));
            write("warning", booking.row, 1, "-", "RAISED", who, command, "-");
        }));
        of(booking).map(warning -> warning.enrolment).ifPresent(enrolment -> {
            tell(booking.student, "NO_SHOW_WARNED", booking, enrolment, who, "-", now);
            if (questionOpen(enrolment) && who != enrolment.lead) {
                tell(enrolment.lead, "LIMIT_REACHED", booking, enrolment, who, "-", now);
            }
        });
    }

    void notMissed(Booking booking, Who who, Command command, Instant now) {
        of(booking).filter(Warning::isRaised).ifPresent(warning -> {
            warning.status = "WITHDRAWN";
            write("warning", booking.row, ++warning.version, "RAISED", "WITHDRAWN", who, command, "-");
            tell(booking.student, "NO_SHOW_WITHDRAWN", booking, warning.enrolment, who, "-", now);
        });
    }

    /** What whoever marks is asked: only if it is theirs to decide. */
    List<?> questions(Booking booking, Who who) {
        return of(booking).filter(warning -> asLead(who).on(warning.enrolment)).flatMap(warning -> {
            if (questionOpen(warning.enrolment)) {
                return Optional.of("LIMIT_REACHED");
            }
            return open(warning.enrolment).filter(pause -> pause == warning.ledTo && !warning.isRaised()).map(pause -> "LED_TO_SUSPENSION");
        }).map(question -> List.of(question)).orElse(List.of());
    }

    private Answer declined(Who who, DeclineReprobation decline, Enrolment enrolment, Instant now) {
        if (!questionOpen(enrolment)) {
            return refused("NO_QUESTION");
        }
        if (decline.reason().length() > 300) {
            return refused("DETAILS_TOO_LONG");
        }
        enrolment.declinedAt = now;
        enrolment.version++;
        write("enrolment", enrolment.row, enrolment.version, ACTIVE, ACTIVE, who, decline, Gathered.words(decline.reason()));
        return enrolment.answer(Kind.DONE);
    }

    private Answer explain(Who who, AnswerNoShow answer, String key, Instant now) {
        if (!who.is(Role.STUDENT)) {
            return Answer.forbidden();
        }
        Optional<Warning> known = warnings.stream().filter(one -> one.row.id == answer.warning().value() && one.enrolment.student == who).findFirst();
        return known.isEmpty() ? refused("UNKNOWN_WARNING") : now(warnings, warning -> warning.row, warning -> warning.answer(Kind.DONE),
                model.once(who, key, answer, now, () -> explained(who, answer, known.get(), now)));
    }

    private Answer explained(Who who, AnswerNoShow answer, Warning warning, Instant now) {
        if (answer.text().equals(warning.answer)) {
            return warning.answer(Kind.ALREADY);
        }
        if (!warning.isRaised()) {
            return refused("WARNING_WITHDRAWN");
        }
        if (answer.text().isEmpty() || answer.text().length() > 300) {
            return refused("ANSWER_LENGTH");
        }
        warning.answer = answer.text();
        warning.answeredAt = now;
        write("warning", warning.booking.row, ++warning.version, "RAISED", "RAISED", who, answer, answer.text());
        Stream.of(warning.raisedBy, warning.enrolment.lead).distinct()
                .forEach(reader -> tell(reader, "NO_SHOW_ANSWERED", warning.booking, warning.enrolment, who, answer.text(), now));
        return warning.answer(Kind.DONE);
    }

    /** Of what others decide about the mentee. */
    private void tellLead(Enrolment enrolment, String kind, Who sender, String reason, Instant at) {
        if (sender != enrolment.lead) {
            tell(enrolment.lead, kind, null, enrolment, sender, reason, at);
        }
    }

    private void tell(Who reader, String kind, @Nullable Booking booking, Enrolment enrolment, Who sender, String reason, Instant at) {
        model.inbox.add(new Message(reader, kind, booking, enrolment, sender, reason, at));
    }
}
