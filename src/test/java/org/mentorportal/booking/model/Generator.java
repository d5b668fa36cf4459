package org.mentorportal.booking.model;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.booking.model.Step.Alter;
import org.mentorportal.booking.model.Step.BookFor;
import org.mentorportal.booking.model.Step.Close;
import org.mentorportal.booking.model.Step.Closed;
import org.mentorportal.booking.model.Step.Decide;
import org.mentorportal.booking.model.Step.Edit;
import org.mentorportal.booking.model.Step.How;
import org.mentorportal.booking.model.Step.Lift;
import org.mentorportal.booking.model.Step.Move;
import org.mentorportal.booking.model.Step.OfferAgain;
import org.mentorportal.booking.model.Step.Open;
import org.mentorportal.booking.model.Step.Repeat;
import org.mentorportal.booking.model.Step.Request;
import org.mentorportal.booking.model.Step.Retire;
import org.mentorportal.booking.model.Step.Seen;
import org.mentorportal.booking.model.Step.Verb;
import org.mentorportal.booking.model.Step.Wait;
import org.mentorportal.booking.model.Step.Words;

/** The steps of one seed: always the same, the likely people more often than the wrong ones. */
final class Generator {

    private record Weighted(int weight, Supplier<Step> step) {
    }

    /** What a run is mostly about. */
    private static final int MENTEES_OF = 2;

    private final Random random;
    private final List<Weighted> kinds;

    private Generator(long seed) {
        random = new Random(seed);
        kinds = aboutMentees(seed) ? aboutMentees() : aboutBookings();
    }

    private static boolean aboutMentees(long seed) {
        return seed % MENTEES_OF != 0;
    }

    private List<Weighted> aboutBookings() {
        return List.of(new Weighted(28, this::request), new Weighted(8, this::bookFor), new Weighted(20, this::decide), new Weighted(12, this::move),
                new Weighted(8, this::edit), new Weighted(5, this::close), new Weighted(6, this::lift), new Weighted(10, this::repeat),
                new Weighted(8, this::waiting), new Weighted(7, this::alter), new Weighted(3, this::open), new Weighted(3, this::retire),
                new Weighted(6, this::offerAgain), new Weighted(3, mentees()::letGo), new Weighted(3, mentees()::mark));
    }

    private List<Weighted> aboutMentees() {
        MenteeGenerator mentees = mentees();
        return List.of(new Weighted(8, this::request), new Weighted(8, this::bookFor), new Weighted(7, this::decide), new Weighted(3, this::move),
                new Weighted(1, this::edit), new Weighted(7, this::close), new Weighted(6, this::lift), new Weighted(8, this::repeat),
                new Weighted(4, this::waiting), new Weighted(3, this::alter), new Weighted(1, this::retire), new Weighted(3, this::offerAgain),
                new Weighted(3, mentees::foundCycle), new Weighted(6, mentees::alterCycle), new Weighted(4, mentees::enrol),
                new Weighted(5, mentees::plan), new Weighted(10, mentees::generate), new Weighted(14, mentees::mark), new Weighted(5,
                        mentees::takeBack),
                new Weighted(13, mentees::pause), new Weighted(16, mentees::goOn), new Weighted(6, mentees::sayNo), new Weighted(5, mentees::explain),
                new Weighted(7, mentees::letGo));
    }

    private MenteeGenerator mentees() {
        return new MenteeGenerator(this, random);
    }

    static List<Step> steps(long seed, int count) {
        var generator = new Generator(seed);
        Stream<Step> beginning = aboutMentees(seed) ? Stream.concat(generator.mentees().beginning(), generator.mentees().turn()) : generator.turn();
        return Stream.concat(beginning, Stream.generate(generator::next)).limit(count).toList();
    }

    /**
     * Now and then what chance alone brings too seldom: a request that lapses, two bookings of what is one a day, three of
     * what is two.
     */
    private Stream<Step> turn() {
        return switch (random.nextInt(10)) {
            case 0 -> Stream.of(court(0), new Wait(1445), new Decide(Who.PRINCIPAL, false, Verb.APPROVE, 0, Words.SOME, Seen.NOTHING));
            case 1 -> Stream.of(court(0), new Close(Who.ADMIN, Closed.GROUND, 0, 0, 2, Words.SOME), court(4), new Lift(Who.ADMIN, 0, true));
            case 2 -> Stream.of(0, 2, 4).map(half -> new Request(Who.ANN, Offer.TALK, 0, half, 1, Words.SOME));
            default -> Stream.of();
        };
    }

    private static Step court(int half) {
        return new Request(Who.ANN, Offer.COURT, 0, half, 1, Words.SOME);
    }

    private Step next() {
        int drawn = random.nextInt(kinds.stream().mapToInt(Weighted::weight).sum());
        for (Weighted kind : kinds) {
            drawn -= kind.weight;
            if (drawn < 0) {
                return kind.step.get();
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private Step request() {
        Offer offer = one(Offer.values());
        return new Request(mostly(student()), offer, day(), half(offer), random.nextInt(20) == 0 ? Offer.PLAYERS + 1 : 1, words());
    }

    private Step bookFor() {
        Offer offer = one(Offer.TALK, Offer.TALK, Offer.COURT, Offer.FIELD);
        return new BookFor(mostly(one(Who.MENTOR, Who.ADMIN)), mostly(student()), offer, day(), half(offer));
    }

    private Step decide() {
        Verb verb = one(Verb.values());
        return new Decide(mostly(one(Who.PRINCIPAL, Who.PRINCIPAL, Who.ADMIN, Who.MENTOR)), verb == Verb.CANCEL && random.nextInt(3) > 0, verb,
                back(), words(), seen());
    }

    private Step move() {
        return new Move(mostly(one(Who.ADMIN, Who.MENTOR)), random.nextInt(3) > 0, back(), day(), half(one(Offer.values())), words(), seen());
    }

    private Step edit() {
        return new Edit(mostly(one(Who.ADMIN, Who.MENTOR)), random.nextInt(3) > 0, back(), 1 + random.nextInt(Offer.PLAYERS + 1), words(), seen());
    }

    private Step close() {
        int from = random.nextInt(6);
        return new Close(mostly(one(Who.PRINCIPAL, Who.ADMIN, Who.MENTOR)), one(Closed.values()), day(), from,
                random.nextInt(8) == 0 ? from : from + 1 + random.nextInt(2), words());
    }

    private Step lift() {
        return new Lift(mostly(one(Who.PRINCIPAL, Who.ADMIN)), random.nextInt(2), random.nextInt(3) > 0);
    }

    private Step alter() {
        return new Alter(mostly(Who.ADMIN), one(Offer.values()), one(Part.values()), seen());
    }

    private Step open() {
        return new Open(mostly(one(Who.ADMIN, Who.MENTOR)), one(Offer.TALK, Offer.TALK, Offer.COURT, Offer.FIELD),
                one(Part.AS_AT_FIRST, Part.SHORT_DAY, Part.LONG_DAY, Part.NOT_ON_WEDNESDAY), seen());
    }

    private Step retire() {
        return new Retire(mostly(Who.ADMIN), one(Offer.values()), one(LiveBookings.values()), words(), seen());
    }

    private Step offerAgain() {
        return new OfferAgain(mostly(Who.ADMIN), one(Offer.values()), seen());
    }

    private Step repeat() {
        return new Repeat(random.nextInt(4), one(How.values()));
    }

    private Step waiting() {
        return new Wait(Wait.MINUTES.get(random.nextInt(Wait.MINUTES.size())));
    }

    Who student() {
        return Who.students().get(random.nextInt(3));
    }

    Who mostly(Who likely) {
        return random.nextInt(8) == 0 ? one(Who.values()) : likely;
    }

    /** The newest most often. */
    int back() {
        return Math.min(random.nextInt(4), random.nextInt(4));
    }

    /** The first most often. */
    int day() {
        return Math.max(0, random.nextInt(4) - 1);
    }

    /** Mostly a slot of the offer, the early ones more often, so that people meet there. */
    int half(Offer offer) {
        int slots = (int) offer.first.starts(DayOfWeek.MONDAY).count();
        int slot = Math.min(random.nextInt(slots), random.nextInt(slots)) * offer.first.timing().step() / 30;
        return random.nextInt(12) == 0 ? random.nextInt(7) : slot;
    }

    Words words() {
        return random.nextInt(12) > 0 ? Words.SOME : one(Words.NONE, Words.TOO_MANY);
    }

    Seen seen() {
        return one(Seen.NOTHING, Seen.CURRENT, Seen.CURRENT, Seen.OLD);
    }

    @SafeVarargs
    final <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }
}
