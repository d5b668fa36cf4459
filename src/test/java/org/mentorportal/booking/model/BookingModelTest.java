package org.mentorportal.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.ClosureId;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.Verdict;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.MentorshipRule;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.session.SessionRuleId;
import org.mentorportal.shared.RuleId;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random commands by everybody, one after the other, against a plain model of the portal: each answer and each stored row
 * is foretold, and the database's rules are looked at after each step. A failure names the shortest steps that lead to it
 * and the seed that brings them back: {@code -Dportal.model.seed=…}.
 */
@Order(Turn.LAST)
@PortalTest
class BookingModelTest {

    private static final int RUNS = 300;
    private static final int LONG_RUNS = 5_000;
    private static final int STEPS = 40;
    private static final int TRIES_TO_SHRINK = 1_000;

    /** Nobody books there but these tests; two weeks for each run, as long as they do not reach the present. */
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2003, 1, 6);
    private static final int RUNS_OF_ONE_SCHOOL = 250;
    private static final int LANES = 2;

    /** What nobody can come to hear who is alone with these services, or has one role only; a stale version has an answer of its own. */
    private static final Set<RuleId> OUT_OF_REACH = Set.of(BookingRuleId.CONFLICT, BookingRuleId.STALE, MentorshipRule.CYCLE_CHANGED,
            MentorshipRule.ENROLMENT_CHANGED, SessionRuleId.OWN_ATTENDANCE, SessionRuleId.MARK_REFUSED);

    @Autowired
    School school;
    @Autowired
    ApplicationContext context;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    CycleService cycles;
    @Autowired
    JdbcClient jdbc;
    @Value("${portal.zone}")
    ZoneId zone;

    private final Map<String, Map<String, Integer>> counted = new TreeMap<>();
    private final Map<String, Integer> verdicts = new TreeMap<>();

    @Test
    void whateverPeopleSendThePortalDoesWhatTheModelForetells() {
        Optional<Long> replayed = Optional.ofNullable(Long.getLong("portal.model.seed"));
        long runs = Long.getLong("portal.model.runs", Boolean.getBoolean("portal.long") ? LONG_RUNS : RUNS);
        long begun = System.nanoTime();
        replayed.ifPresentOrElse(seed -> new Lane(0).check(seed), () -> inLanes(runs));
        if (replayed.isEmpty()) {
            System.out.printf("MODEL runs=%d steps=%d in %d s, by command and outcome:%n", runs, runs * STEPS,
                    (System.nanoTime() - begun) / 1_000_000_000);
            counted.forEach((command, outcomes) -> System.out.println("MODEL " + command + " " + outcomes));
            System.out.println("MODEL verdicts " + verdicts);
            assertEverythingOccurred(runs);
        }
    }

    /** A school of its own for each processor: none sees what happens in another. */
    private void inLanes(long runs) {
        var seeds = new AtomicLong();
        List<CompletableFuture<Void>> lanes = IntStream.range(0, LANES).mapToObj(Lane::new).map(lane -> CompletableFuture.runAsync(() -> {
            for (long seed = seeds.incrementAndGet(); seed <= runs; seed = seeds.incrementAndGet()) {
                lane.check(seed);
            }
        }, Thread::startVirtualThread)).toList();
        lanes.forEach(lane -> lane.exceptionally(failure -> {
            seeds.set(runs); // the others need not go on
            throw new CompletionException(failure);
        }).join());
    }

    /** One run after the other at one school; two weeks of the past for each, that no other lane has. */
    private final class Lane {

        private final int lane;
        private Map<Who, AccountInfo> people = Map.of();
        private Map<Offer, ServiceInfo> services = Map.of();
        private int worlds;

        Lane(int lane) {
            this.lane = lane;
        }

        void check(long seed) {
            List<Step> steps = Generator.steps(seed, STEPS);
            String divergence = divergence(steps);
            if (divergence != null) {
                List<Step> shortest = new Shrinking(fewer -> divergence(fewer) != null, TRIES_TO_SHRINK).shortest(steps);
                fail("The portal does not do what the model foretells.%n%s%n%s%nFirst seen %s%nAgain: -Dtest=BookingModelTest -Dportal.model.seed=%d",
                        shortest.stream().map(Step::toString).collect(Collectors.joining("\n")), divergence(shortest), divergence, seed);
            }
        }

        /** Runs the steps in two weeks of their own; null if nothing was other than foretold. */
        private @Nullable String divergence(List<Step> steps) {
            World world = world();
            var portal = new Portal(context);
            var model = new Model(world);
            String divergence = firstDivergence(steps, world, portal, model);
            divergence = divergence == null ? new StoredTrail(context).divergence(world) : divergence;
            tidy(world, portal, model);
            return divergence;
        }

        private World world() {
            if (worlds % RUNS_OF_ONE_SCHOOL == 0) {
                people = Arrays.stream(Who.values()).collect(Collectors.toMap(who -> who, who -> school.person(who.role)));
                Map<Offer.Place, ResourceInfo> places = Map.of(Offer.Place.GROUND, school.ground(),
                        Offer.Place.MENTOR, school.resourceOf(people.get(Who.MENTOR)));
                services = Arrays.stream(Offer.values()).collect(Collectors.toMap(offer -> offer, offer -> school.service(
                        new AddService(places.get(offer.place).id(), "Model " + offer.name().toLowerCase() + " " + worlds + " " + lane, offer.first.timing(),
                                offer.first.capacity(), offer.first.players(), offer.first.approval(), offer.first.limits(), offer.first.hours()))));
            }
            services.replaceAll((offer, service) -> catalogue.current().service(service.id()));
            LocalDate monday = FIRST_MONDAY.plusWeeks(2L * (worlds % RUNS_OF_ONE_SCHOOL * LANES + lane));
            return new World(people, services, monday, zone, worlds * LANES + lane, worlds++ < RUNS_OF_ONE_SCHOOL);
        }

        /** Leaves the school open, no cycle with a service, no request that waits in everybody's list, and the services as the next run expects them. */
        private void tidy(World world, Portal portal, Model model) {
            model.closures.stream().filter(closure -> closure.what == Step.Closed.SCHOOL && closure.liftedBy == null && closure.row.id != 0)
                    .forEach(closure -> done(world, portal, Who.ADMIN, new LiftClosure(new ClosureId(closure.row.id), false)));
            school.as(people.get(Who.ADMIN), cycles::all).stream().filter(cycle -> cycle.name().startsWith(world.cycleName()) && !cycle.services()
                    .isEmpty())
                    .forEach(cycle -> done(world, portal, Who.ADMIN, new EditCycle(cycle.id(), cycle.version(), cycle.name(), cycle.firstDay(),
                            cycle.lastDay(), cycle.noShowLimit(), Set.of())));
            model.bookings.stream().filter(booking -> booking.status.equals("PENDING")).forEach(booking -> done(world, portal, Who.PRINCIPAL,
                    new Decision.Reject(new BookingId(booking.row.id), "never decided", null)));
            for (Offer offer : Offer.values()) {
                ServiceInfo service = catalogue.current().service(services.get(offer).id());
                if (service.retired()) {
                    done(world, portal, Who.ADMIN, new OfferService(service.id(), service.version()));
                }
                if (service.version() != world.services().get(offer).version()) {
                    done(world, portal, Who.ADMIN, world.edit(offer, offer.first, catalogue.current().service(service.id()).version()));
                }
            }
        }
    }

    /** So that the generator cannot come to send only what is refused, or leave a rule or a verdict out, unseen. */
    private void assertEverythingOccurred(long runs) {
        assertThat(counted).as("commands").hasSize(28).allSatisfy((command, outcomes) ->
                assertThat(outcomes.getOrDefault("DONE", 0)).as(command + " done").isGreaterThan((int) runs / 15));
        Map<String, Integer> heard = counted.values().stream().flatMap(outcomes -> outcomes.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        Stream<String> rules = Stream.<RuleId[]>of(BookingRuleId.values(), SessionRuleId.values(), MentorshipRule.values()).flatMap(Arrays::stream)
                .filter(rule -> !OUT_OF_REACH.contains(rule)).map(RuleId::name);
        Stream.concat(rules, Stream.of("ALREADY", "STALE", "FORBIDDEN", "REPEATED", "KEY_REUSED"))
                .forEach(answer -> assertThat(heard.getOrDefault(answer, 0)).as(answer).isPositive());
        assertThat(verdicts.keySet()).as("verdicts").containsAll(Arrays.stream(Verdict.values()).map(Verdict::name).toList());
    }

    private record Sent(Who who, Command command, CommandKey key) {

        Model.KeyOf keyOf() {
            return new Model.KeyOf(who, key.value());
        }
    }

    private @Nullable String firstDivergence(List<Step> steps, World world, Portal portal, Model model) {
        var stored = new Stored(jdbc);
        var sent = new ArrayList<Sent>();
        Instant now = world.begins();
        for (int n = 0; n < steps.size(); n++) {
            if (steps.get(n) instanceof Step.Wait(int minutes)) {
                now = Offer.later(now, minutes);
                continue;
            }
            Optional<Sent> next = next(steps.get(n), world, model, sent, now);
            if (next.isEmpty()) {
                continue;
            }
            Sent one = next.get();
            boolean keyKnown = model.receipts.containsKey(one.keyOf());
            sent.add(one);
            Instant at = one.command instanceof RetireService ? now.plusNanos(1_000L * (n + 1)) : now;
            Portal.Said said = portal.answer(world, one.who, one.command, one.key, at);
            Answer answer = model.answer(one.who, one.command, one.key.value(), at);
            answer.learnNumbersFrom(said.answer());
            stored.learn(world, model);
            count(one.command, answer, keyKnown);
            List<String> differences = answer.toString().equals(said.answer().toString())
                    ? new ArrayList<>(stored.differences(world, model, sent.stream().map(Sent::keyOf).distinct().toList()))
                    : List.of("foretold: " + answer, "    said: " + said.answer());
            differences = differences.isEmpty() && !keyKnown ? shownOtherwise(answer, one, said) : differences;
            differences = differences.isEmpty() ? notToBeHad(world, model, one, said, now) : differences;
            if (!differences.isEmpty()) {
                return "at step " + (n + 1) + ", " + one.who + " sent " + one.command + " at " + now + "\n" + String.join("\n", differences);
            }
        }
        return null;
    }

    private static Optional<Sent> next(Step step, World world, Model model, List<Sent> sent, Instant now) {
        if (!(step instanceof Step.Repeat(int back, Step.How how))) {
            return Optional.of(new Sent(world.who(step, model, now), world.command(step, model, now), CommandKey.fresh()));
        }
        return back >= sent.size() ? Optional.empty() : Optional.of(sent.reversed().get(back)).map(first -> switch (how) {
            case SAME_KEY -> new Sent(first.who, first.command, first.key.again());
            case SAME_KEY_OTHER_DATA -> new Sent(first.who, World.otherwise(first.command, model), first.key.again());
            case NEW_KEY -> new Sent(first.who, first.command, CommandKey.fresh());
        });
    }

    /** What was shown beforehand is what is then done. */
    private static List<String> shownOtherwise(Answer answer, Sent sent, Portal.Said said) {
        boolean shown = sent.command instanceof SuspensionCommand || sent.command instanceof GeneratePlan
                || (sent.command instanceof LiftClosure lift && lift.restore());
        if (!shown || !(answer.kind() == Answer.Kind.DONE || (sent.command instanceof GeneratePlan && answer.kind() == Answer.Kind.ALREADY))) {
            return List.of();
        }
        List<String> done = answer.more().stream().skip(sent.command instanceof SuspensionCommand.Begin ? 1 : 0)
                .map(one -> one instanceof Answer.Line line ? line.beforehand() : one.toString()).toList();
        return done.equals(said.beforehand()) ? List.of() : List.of("shown beforehand: " + said.beforehand(), "foretold and done: " + done);
    }

    /** What is offered to a student with a refusal must be theirs for the asking. */
    private static List<String> notToBeHad(World world, Model model, Sent sent, Portal.Said said, Instant now) {
        Model.Booking moved = sent.command instanceof RescheduleBooking move ? model.find(move.booking().value()).orElse(null) : null;
        boolean byStudent = sent.command instanceof RequestBooking || (moved != null && moved.student == sent.who);
        return !byStudent ? List.of() : said.offered().stream()
                .filter(slot -> !model.couldHave(sent.who, world.offer(slot.service()), slot.start(), moved, now))
                .map(slot -> "offered, but not to be had: " + slot).toList();
    }

    private synchronized void count(Command command, Answer answer, boolean keyKnown) {
        counted.computeIfAbsent(command.name(), name -> new TreeMap<>())
                .merge(keyKnown && answer.kind() == Answer.Kind.DONE ? "REPEATED" : answer.label(), 1, Integer::sum);
        answer.more().stream().filter(Answer.Line.class::isInstance).map(Answer.Line.class::cast)
                .forEach(line -> verdicts.merge(line.verdict(), 1, Integer::sum));
    }

    private static void done(World world, Portal portal, Who who, Command command) {
        assertThat(portal.answer(world, who, command, CommandKey.fresh(), world.ends()).answer().kind()).as("tidying by " + command)
                .isIn(Answer.Kind.DONE, Answer.Kind.ALREADY);
    }
}
