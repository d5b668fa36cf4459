package org.mentorportal.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random commands by everybody, one after the other, against a plain model of the portal: each answer and each stored row
 * is foretold, and the database's rules are looked at after each step. A failure names the shortest steps that lead to it
 * and the seed that brings them back: {@code -Dportal.model.seed=…}.
 */
@PortalTest
class BookingModelTest {

    private static final int RUNS = 300;
    private static final int LONG_RUNS = 5_000;
    private static final int STEPS = 40;
    private static final int TRIES_TO_SHRINK = 1_000;

    /** Nobody books there but these tests; two weeks for each run, as long as they do not reach the present. */
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2003, 1, 6);
    private static final int RUNS_OF_ONE_SCHOOL = 500;

    /** What nobody can come to hear who is alone with these services; a stale version has an answer of its own. */
    private static final Set<BookingRuleId> OUT_OF_REACH = Set.of(BookingRuleId.SERVICE_RETIRED, BookingRuleId.CONFLICT, BookingRuleId.STALE);

    @Autowired
    School school;
    @Autowired
    BookingService bookings;
    @Autowired
    ApprovalService approvals;
    @Autowired
    ClosureService closures;
    @Autowired
    JdbcClient jdbc;
    @Value("${portal.zone}")
    ZoneId zone;

    private final Map<String, Map<String, Integer>> counted = new TreeMap<>();
    private Map<Who, AccountInfo> people = Map.of();
    private Map<Offer, ServiceInfo> services = Map.of();
    private int worlds;

    @Test
    void whateverPeopleSendThePortalDoesWhatTheModelForetells() {
        Optional<Long> replayed = Optional.ofNullable(Long.getLong("portal.model.seed"));
        long runs = Boolean.getBoolean("portal.long") ? LONG_RUNS : RUNS;
        long begun = System.nanoTime();
        replayed.map(LongStream::of).orElseGet(() -> LongStream.rangeClosed(1, runs)).forEach(this::check);
        if (replayed.isEmpty()) {
            System.out.printf("MODEL runs=%d steps=%d in %d s, by command and outcome:%n", runs, runs * STEPS, (System.nanoTime() - begun) / 1_000_000_000);
            counted.forEach((command, outcomes) -> System.out.println("MODEL " + command + " " + outcomes));
            assertEverythingOccurred(runs);
        }
    }

    private void check(long seed) {
        List<Step> steps = Generator.steps(seed, STEPS);
        if (firstDivergence(steps) != null) {
            List<Step> shortest = new Shrinking(fewer -> firstDivergence(fewer) != null, TRIES_TO_SHRINK).shortest(steps);
            fail("The portal does not do what the model foretells.%n%s%n%s%nAgain: -Dtest=BookingModelTest -Dportal.model.seed=%d",
                    shortest.stream().map(Step::toString).collect(Collectors.joining("\n")), firstDivergence(shortest), seed);
        }
    }

    /** So that the generator cannot come to send only what is refused, or leave a rule out, unseen. */
    private void assertEverythingOccurred(long runs) {
        assertThat(counted).as("commands").hasSize(10).allSatisfy((command, outcomes) ->
                assertThat(outcomes.getOrDefault("DONE", 0)).as(command + " done").isGreaterThan((int) runs / 8));
        Map<String, Integer> heard = counted.values().stream().flatMap(outcomes -> outcomes.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        Stream<String> rules = Arrays.stream(BookingRuleId.values()).filter(rule -> !OUT_OF_REACH.contains(rule)).map(BookingRuleId::name);
        Stream.concat(rules, Stream.of("ALREADY", "STALE", "FORBIDDEN", "REPEATED", "KEY_REUSED"))
                .forEach(answer -> assertThat(heard.getOrDefault(answer, 0)).as(answer).isGreaterThan((int) runs / 100));
    }

    private record Sent(Who who, Command command, CommandKey key) {

        Model.KeyOf keyOf() {
            return new Model.KeyOf(who, key.value());
        }
    }

    /** Runs the steps in two weeks of their own; null if nothing was other than foretold. */
    private @Nullable String firstDivergence(List<Step> steps) {
        World world = world();
        var portal = new Portal(school, bookings, approvals, closures);
        var stored = new Stored(jdbc);
        var model = new Model(world);
        var sent = new ArrayList<Sent>();
        Instant now = world.begins();
        for (int n = 0; n < steps.size(); n++) {
            if (steps.get(n) instanceof Step.Wait(int minutes)) {
                now = Offer.later(now, minutes);
                continue;
            }
            Optional<Sent> next = next(steps.get(n), world, model, sent);
            if (next.isEmpty()) {
                continue;
            }
            Sent one = next.get();
            boolean keyKnown = model.receipts.containsKey(one.keyOf());
            sent.add(one);
            Portal.Said said = portal.answer(world, one.who, one.command, one.key, now);
            Answer answer = model.answer(one.who, one.command, one.key.value(), now);
            answer.learnNumberFrom(said.answer());
            count(one.command, answer, keyKnown);
            List<String> differences = answer.toString().equals(said.answer().toString())
                    ? new ArrayList<>(stored.differences(world, model, sent.stream().map(Sent::keyOf).distinct().toList()))
                    : List.of("foretold: " + answer, "    said: " + said.answer());
            differences = differences.isEmpty() ? notToBeHad(world, model, one, said, now) : differences;
            if (!differences.isEmpty()) {
                return "at step " + (n + 1) + ", " + one.who + " sent " + one.command + " at " + now + "\n" + String.join("\n", differences);
            }
        }
        return null;
    }

    private static Optional<Sent> next(Step step, World world, Model model, List<Sent> sent) {
        if (!(step instanceof Step.Repeat(int back, Step.How how))) {
            return Optional.of(new Sent(world.who(step, model), world.command(step, model), CommandKey.fresh()));
        }
        return back >= sent.size() ? Optional.empty() : Optional.of(sent.reversed().get(back)).map(first -> switch (how) {
            case SAME_KEY -> new Sent(first.who, first.command, first.key.again());
            case SAME_KEY_OTHER_DATA -> new Sent(first.who, World.otherwise(first.command, model), first.key.again());
            case NEW_KEY -> new Sent(first.who, first.command, CommandKey.fresh());
        });
    }

    /** What is offered to a student with a refusal must be theirs for the asking. */
    private static List<String> notToBeHad(World world, Model model, Sent sent, Portal.Said said, Instant now) {
        Model.Booking moved = sent.command instanceof RescheduleBooking move ? model.find(move.booking().value()).orElse(null) : null;
        boolean byStudent = sent.command instanceof RequestBooking || (moved != null && moved.student == sent.who);
        return !byStudent ? List.of() : said.offered().stream()
                .filter(slot -> !model.couldHave(sent.who, world.offer(slot.service()), slot.start(), moved, now))
                .map(slot -> "offered, but not to be had: " + slot).toList();
    }

    private void count(Command command, Answer answer, boolean keyKnown) {
        counted.computeIfAbsent(command.name(), name -> new TreeMap<>())
                .merge(keyKnown && answer.kind() == Answer.Kind.DONE ? "REPEATED" : answer.label(), 1, Integer::sum);
    }

    private World world() {
        if (worlds % RUNS_OF_ONE_SCHOOL == 0) {
            people = Arrays.stream(Who.values()).collect(Collectors.toMap(who -> who, who -> school.person(who.role)));
            Map<Offer.Place, ResourceInfo> places = Map.of(Offer.Place.GROUND, school.ground(),
                    Offer.Place.MENTOR, school.resourceOf(people.get(Who.MENTOR)));
            services = Arrays.stream(Offer.values()).collect(Collectors.toMap(offer -> offer, offer -> school.service(
                    new AddService(places.get(offer.place).id(), "Model " + offer.name().toLowerCase() + " " + worlds, offer.timing,
                            offer.capacity, Offer.PLAYERS, offer.approval, offer.limits, everyDay()))));
        }
        return new World(people, services, FIRST_MONDAY.plusWeeks(2L * (worlds++ % RUNS_OF_ONE_SCHOOL)), zone);
    }

    private static List<Hours> everyDay() {
        return Stream.of(DayOfWeek.values()).map(day -> new Hours(day, Offer.OPENS, Offer.CLOSES, FIRST_MONDAY.minusWeeks(1), null)).toList();
    }
}
