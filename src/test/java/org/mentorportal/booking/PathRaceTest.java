package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.MenteeGroup;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.SqlTime;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.Program;
import org.mentorportal.support.Race;
import org.mentorportal.support.RestTest;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E7: every pair of ways to change who holds a seat, raced for one seat; and no way meets an error that has no words. */
@Order(Turn.MANY_BOOKINGS)
class PathRaceTest extends RestTest {

    private static final boolean LONG = Boolean.getBoolean("portal.long");
    private static final int ROUNDS = LONG ? 120 : 15;

    /** What holds and plans bring about takes long to prepare. */
    private static final int ROUNDS_OF_MENTEES = LONG ? 40 : 6;

    /** Tries of a pair's round: two by either way. */
    private static final int EACH = 2;

    @Autowired
    BookingService bookings;
    @Autowired
    ApprovalService approvals;
    @Autowired
    ClosureService closures;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    RetirementService retirement;
    @Autowired
    CycleService cycles;
    @Autowired
    EnrolmentService enrolments;
    @Autowired
    Mentoring mentoring;
    @Autowired
    JdbcClient jdbc;

    private List<AccountInfo> students;
    private AccountInfo principal;
    private AccountInfo admin;
    private Map<AccountInfo, Program> programs;
    private AccountInfo lead;
    private ServiceInfo any;
    private CycleInfo cycle;
    private final Map<Integer, Mentoring.Scene> mentees = new HashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> losers = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void people() {
        students = school.students(50);
        principal = school.principal();
        admin = school.admin();
    }

    /** One seat: a slot of a service of its own, on a ground of its own. */
    private record Seat(ServiceId service, Instant start, int round) {
    }

    private interface Way {

        /** Makes ready what this way needs, before the race; {@code n} tells its contenders apart. */
        Supplier<? extends Outcome> contender(Seat seat, int n);
    }

    /** Those that need mentees; a service of theirs is in the cycle in which all students are. */
    private static final Set<String> OF_MENTEES = Set.of("reactivation", "plan");
    /** What is made ready first needs the seat free for a while; a closure, made ready last, would keep the others from it. */
    private static final Comparator<String> READY_IN_ORDER = Comparator.comparingInt(way -> OF_MENTEES.contains(way) ? 0
            : way.equals("lift") ? 2 : 1);

    private Map<String, Way> ways() {
        Map<String, Way> ways = new TreeMap<>();
        ways.put("request", (seat, n) -> () -> school.as(students.get(n), () -> bookings.request(wish(seat), CommandKey.fresh())));
        ways.put("approve", this::approval);
        ways.put("reschedule", this::move);
        ways.put("staff", (seat, n) -> () -> school.as(admin, () -> bookings.bookFor(
                new BookForStudent(students.get(10 + n).id(), seat.service, seat.start, "practice", 1, ""), CommandKey.fresh())));
        ways.put("closure", (seat, n) -> () -> school.as(principal, () -> closures.close(new CloseResource(
                service(seat).resource().id(), seat.start, seat.start.plus(Duration.ofHours(1)), "Works"), CommandKey.fresh())));
        ways.put("edit", this::edit);
        ways.put("retire", (seat, n) -> {
            int version = service(seat).version();
            return () -> school.as(admin, () -> retirement.retire(
                    new RetireService(seat.service, version, LiveBookings.CANCEL, "No longer"), CommandKey.fresh()));
        });
        ways.put("lift", this::lift);
        ways.put("reactivation", this::reactivation);
        ways.put("plan", this::plan);
        ways.put("rest", (seat, n) -> () -> overHttp(students.get(20 + n), seat));
        return ways;
    }

    private record Answered(int status, Optional<Refused> refusal) implements Outcome {

        @Override
        public boolean changedNothing() {
            return status != 201;
        }
    }

    private Outcome overHttp(AccountInfo student, Seat seat) {
        Program.Answer answer = programs.get(student).post(API + "bookings",
                "{'serviceId': %s, 'start': '%s', 'purpose': 'practice', 'players': 1}".formatted(seat.service, written(seat.start)));
        if (answer.status() == 201 || answer.status() == 200) {
            return new Answered(answer.status(), Optional.empty());
        }
        assertThat(answer.at("/rule")).as("a problem with its rule: " + answer.text()).isNotBlank();
        return new Answered(answer.status(), Optional.of(Refused.because(BookingRuleId.valueOf(answer.at("/rule")))));
    }

    private static RequestBooking wish(Seat seat) {
        return new RequestBooking(seat.service, seat.start, "practice", 1, "");
    }

    private ServiceInfo service(Seat seat) {
        return catalogue.current().service(seat.service);
    }

    /** The seat is held by a request; all contenders approve the same one. */
    private Supplier<Outcome> approval(Seat seat, int n) {
        BookingId booking = jdbc.sql("select id from booking where service_id = ? and starts_at = ? and status = 'PENDING'")
                .param(seat.service.value()).param(SqlTime.utc(seat.start)).query(Long.class).optional()
                .map(BookingId::new).orElseGet(() -> desk.book(students.get(30), service(seat), seat.start).id());
        return () -> school.as(principal, () -> approvals.decide(new Decision.Approve(booking), CommandKey.fresh()));
    }

    private Supplier<Outcome> move(Seat seat, int n) {
        BookingDetails elsewhere = desk.book(students.get(40 + n), service(seat), seat.start.plus(Duration.ofHours(1 + n)));
        return () -> school.as(students.get(40 + n), () -> bookings.reschedule(
                new RescheduleBooking(elsewhere.id(), seat.start, "", null), CommandKey.fresh()));
    }

    /** The hour of the seat is no longer offered. */
    private Supplier<Outcome> edit(Seat seat, int n) {
        ServiceInfo now = service(seat);
        LocalTime hour = LocalTime.ofInstant(seat.start, school.zone());
        List<Hours> without = now.hours().stream().flatMap(hours -> Stream.of(
                new Hours(hours.weekday(), hours.opens(), hour, hours.validFrom(), null),
                new Hours(hours.weekday(), hour.plusHours(1 + n), hours.closes(), hours.validFrom(), null))).toList();
        return () -> school.as(admin, () -> catalogue.edit(new EditService(now.id(), now.version(), now.name(), now.timing(), now.capacity(),
                now.players(), now.approval(), now.limits(), without), CommandKey.fresh()));
    }

    /** What has the seat, or somebody's request if nothing has, is cancelled by a closure; all contenders lift the same one. */
    private Supplier<Outcome> lift(Seat seat, int n) {
        ClosureId closure = closureOf(seat).findFirst().map(ClosureInfo::id).orElseGet(() -> {
            if (holders(seat) == 0) {
                desk.book(students.get(48), service(seat), seat.start);
            }
            return ((ClosureOutcome.Closed) school.as(principal, () -> closures.close(new CloseResource(service(seat).resource().id(), seat.start,
                    seat.start.plus(Duration.ofHours(1)), "Works"), CommandKey.fresh()))).closure().id();
        });
        return () -> school.as(principal, () -> closures.lift(new LiftClosure(closure, true), CommandKey.fresh()));
    }

    /** A mentee had the seat until they were reprobated, and comes back. */
    private Supplier<Outcome> reactivation(Seat seat, int n) {
        Mentoring.Scene mentee = mentees.computeIfAbsent(34 + n, this::mentee);
        desk.book(mentee.student(), service(seat), seat.start);
        mentoring.reprobated(mentee);
        return () -> mentoring.reactivate(admin, mentee);
    }

    /** The plan of a new mentee, who has no booking on any day, wants the seat. */
    private Supplier<Outcome> plan(Seat seat, int n) {
        AccountInfo student = school.student();
        EnrolmentDetails enrolment = mentoring.enrolled(cycle, student, lead);
        ZonedDateTime start = seat.start.atZone(school.zone());
        var time = new PlannedTime(seat.service, start.getDayOfWeek(), start.toLocalTime());
        school.as(lead, () -> enrolments.setPlan(new SetPlan(enrolment.id(), enrolment.version(), List.of(time)), CommandKey.fresh()));
        return () -> school.as(lead, () -> enrolments.generate(new GeneratePlan(enrolment.id(), start.toLocalDate(), start.toLocalDate()),
                CommandKey.fresh()));
    }

    private Mentoring.Scene mentee(int student) {
        EnrolmentDetails enrolment = school.as(admin, () -> enrolments.mentees(MenteeGroup.ALL, cycle.name(), 1_000)).first().stream()
                .filter(one -> one.student().equals(students.get(student).id())).findFirst().orElseThrow();
        return new Mentoring.Scene(admin, lead, students.get(student), any, any, cycle, enrolment);
    }

    private void letMenteesBook(ServiceId service) {
        cycle = school.as(admin, () -> cycles.find(cycle.id())).orElseThrow();
        cycle = Mentoring.done(school.as(admin, () -> cycles.edit(new EditCycle(cycle.id(), cycle.version(), cycle.name(), cycle.firstDay(),
                cycle.lastDay(),
                cycle.noShowLimit(), Set.of(service)), CommandKey.fresh())));
    }

    private Stream<ClosureInfo> closureOf(Seat seat) {
        return school.as(principal, closures::current).stream().filter(closure -> closure.resource() != null
                && closure.resource().id().equals(service(seat).resource().id()));
    }

    private int holders(Seat seat) {
        return jdbc.sql("select count(*) from booking where service_id = ? and starts_at = ? and status in ('PENDING', 'APPROVED')")
                .param(seat.service.value()).param(SqlTime.utc(seat.start)).query(Integer.class).single();
    }

    @Test
    void e7EveryPairOfWaysRacedForOneSeat() {
        programs = students.subList(20, 24).stream().collect(Collectors.toMap(Function.identity(), this::programOf));
        lead = school.mentor();
        any = school.service();
        cycle = mentoring.cycle(admin, any);
        students.forEach(student -> mentoring.enrolled(cycle, student, lead));
        List<Map.Entry<String, Way>> ways = new ArrayList<>(ways().entrySet());
        int tries = 0;
        for (int one = 0; one < ways.size(); one++) {
            for (int other = one; other < ways.size(); other++) {
                tries += race(ways.get(one), ways.get(other));
            }
        }
        long[] slow = losers.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.println(String.format(Locale.UK, "RACE every pair of %d ways for one seat: %,d tries, loser p99 %.1f ms of %,d; %s", ways.size(),
                tries, slow[(int) (slow.length * 0.99)] / 1e6, slow.length, new TreeMap<>(answers)));
        assertThat(tries).isGreaterThanOrEqualTo(LONG ? 20_000 : 3_000);
        assertThat(answers).as("by every way somebody had a seat, and somebody did not").containsKeys("Lifted: RESTORED",
                "Reactivated: RESTORED", "Reactivated: TAKEN", "Generated: MADE", "NothingToFill: TAKEN");
        assertThat(answers).doesNotContainKey(CommandRule.BUSY.name());
    }

    private int race(Map.Entry<String, Way> one, Map.Entry<String, Way> other) {
        ServiceId service = school.service().id();
        boolean ofMentees = OF_MENTEES.contains(one.getKey()) || OF_MENTEES.contains(other.getKey());
        if (ofMentees) {
            letMenteesBook(service);
        }
        int rounds = ofMentees ? ROUNDS_OF_MENTEES : ROUNDS;
        List<Map.Entry<String, Way>> both = Stream.of(one, other).sorted(Map.Entry.comparingByKey(READY_IN_ORDER)).toList();
        for (int round = 0; round < rounds; round++) {
            var seat = new Seat(service, school.in(1 + round % 20, "08:00").plus(Duration.ofHours(1 + 4 * (round / 20 % 2))), round);
            List<Supplier<Outcome>> contenders = new ArrayList<>();
            for (int way = 0; way < both.size(); way++) {
                int first = way == 1 && one.getKey().equals(other.getKey()) ? EACH : 0;
                for (int n = first; n < first + EACH; n++) {
                    contenders.add(n % EACH * (way + 1), timed(both.get(way).getValue().contender(seat, n)));
                }
            }
            List<Outcome> outcomes = Race.of(contenders);
            assertOneHolder(one.getKey() + " against " + other.getKey() + ", round " + round + ": " + outcomes, seat, outcomes);
            tidy(seat);
        }
        return rounds * 2 * EACH;
    }

    @Test
    void e7OneOfTwoSeatsIsApprovedOrRejectedWhileOthersRaceForWhatIsFree() {
        ServiceId service = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60), 2).id();
        AccountInfo other = school.principal();
        var ended = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS * 2; round++) {
            var seat = new Seat(service, school.in(1 + round % 20, "09:00").plus(Duration.ofHours(4 * (round / 20 % 2))), round);
            BookingDetails first = desk.book(students.get(30), service(seat), seat.start);
            List<Supplier<Outcome>> claims = Stream.of("request", "reschedule", "staff").map(ways()::get)
                    .flatMap(way -> Stream.of(0, 1).map(n -> timed(way.contender(seat, n)))).toList();
            List<Supplier<Outcome>> contenders = new ArrayList<>(claims);
            contenders.add(timed(() -> desk.approve(principal, first)));
            if (round % 2 == 1) {
                contenders.add(round / 2 % contenders.size(), timed(() -> desk.reject(other, first, "The hall is let")));
            }
            List<Outcome> outcomes = Race.of(contenders);

            String what = "round " + round + ": " + outcomes;
            List<Integer> seats = jdbc.sql("select seat from booking where service_id = ? and starts_at = ? and status in ('PENDING', 'APPROVED')")
                    .param(service.value()).param(SqlTime.utc(seat.start)).query(Integer.class).list();
            BookingStatus decided = desk.statusOf(first);
            long others = outcomes.stream().filter(BookingOutcome.Done.class::isInstance).map(BookingOutcome.Done.class::cast)
                    .filter(done -> !done.booking().id().equals(first.id())).count();
            assertThat(seats).as(what).hasSizeBetween(1, 2).doesNotHaveDuplicates().allMatch(number -> number == 1 || number == 2);
            assertThat(decided).as(what).isIn(BookingStatus.APPROVED, BookingStatus.REJECTED);
            assertThat(seats).as(what).hasSize((int) others + (decided == BookingStatus.APPROVED ? 1 : 0));
            assertThat(others).as("a free seat is had by one of those who want it: " + what).isPositive();
            ended.merge(decided + " and " + others + " more", 1, Integer::sum);
            tidy(seat);
        }
        System.out.println("RACE a decision about one of two seats against six claims: " + ended);
        assertThat(ended).containsKey("APPROVED and 1 more");
        assertThat(answers).doesNotContainKey(CommandRule.BUSY.name());
    }

    /** A contender that meets anything but an answer in words fails the race. */
    private Supplier<Outcome> timed(Supplier<? extends Outcome> contender) {
        return () -> {
            long began = System.nanoTime();
            Outcome outcome = contender.get();
            outcome.refusal().ifPresent(why -> losers.add(System.nanoTime() - began));
            answers.merge(outcome.refusal().map(why -> why.rule().name()).orElse(outcome.getClass().getSimpleName()), 1, Integer::sum);
            lines(outcome).forEach(line -> answers.merge(outcome.getClass().getSimpleName() + ": " + line.verdict(), 1, Integer::sum));
            return outcome;
        };
    }

    private static List<RestoreLine> lines(Outcome outcome) {
        return switch (outcome) {
            case ClosureOutcome.Lifted lifted -> lifted.lines();
            case MentorshipOutcome.Reactivated back -> back.lines();
            case EnrolmentOutcome.Generated made -> made.lines();
            case EnrolmentOutcome.NothingToFill nothing -> nothing.lines();
            default -> List.of();
        };
    }

    private void assertOneHolder(String what, Seat seat, List<Outcome> outcomes) {
        ServiceInfo now = service(seat);
        int holders = holders(seat);
        assertThat(holders).as(what).isLessThanOrEqualTo(1);
        assertThat(overlaps(now)).as(what).isZero();
        if (outcomes.stream().anyMatch(outcome -> outcome instanceof ClosureOutcome.Closed) || now.retired()) {
            assertThat(holders).as("closed or retired, so nobody holds it: " + what).isZero();
        }
    }

    private int overlaps(ServiceInfo service) {
        return jdbc.sql("""
                select count(*) from booking a join booking b on a.id < b.id and a.resource_id = b.resource_id
                and a.occupied_from < b.occupied_to and b.occupied_from < a.occupied_to
                where a.resource_id = ? and a.status in ('PENDING', 'APPROVED') and b.status in ('PENDING', 'APPROVED')""")
                .param(service.resource().id().value()).query(Integer.class).single();
    }

    /** For the next round: offered again, at its old hours, nothing closed and nothing booked. */
    private void tidy(Seat seat) {
        closureOf(seat).forEach(closure ->
                school.as(principal, () -> closures.lift(new LiftClosure(closure.id(), false), CommandKey.fresh())));
        if (service(seat).retired()) {
            school.as(admin, () -> catalogue.offerAgain(new OfferService(seat.service, service(seat).version()), CommandKey.fresh()));
        }
        ServiceInfo now = service(seat);
        List<Hours> whole = School.allWeek("08:00", "20:00");
        if (!now.hours().equals(whole)) {
            school.as(admin, () -> catalogue.edit(new EditService(now.id(), now.version(), now.name(), now.timing(), now.capacity(), now.players(),
                    now.approval(), now.limits(), whole), CommandKey.fresh()));
        }
        jdbc.sql("select id from booking where service_id = ? and status in ('PENDING', 'APPROVED')").param(seat.service.value())
                .query(Long.class).list().forEach(booking -> school.as(admin, () -> bookings.cancel(
                        new Decision.Cancel(new BookingId(booking), "The round is over"), CommandKey.fresh())));
    }
}
