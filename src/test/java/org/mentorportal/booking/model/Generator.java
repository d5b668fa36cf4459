package org.mentorportal.booking.model;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentorportal.booking.model.Step.BookFor;
import org.mentorportal.booking.model.Step.Close;
import org.mentorportal.booking.model.Step.Closed;
import org.mentorportal.booking.model.Step.Decide;
import org.mentorportal.booking.model.Step.Edit;
import org.mentorportal.booking.model.Step.How;
import org.mentorportal.booking.model.Step.Lift;
import org.mentorportal.booking.model.Step.Move;
import org.mentorportal.booking.model.Step.Repeat;
import org.mentorportal.booking.model.Step.Request;
import org.mentorportal.booking.model.Step.Seen;
import org.mentorportal.booking.model.Step.Verb;
import org.mentorportal.booking.model.Step.Wait;
import org.mentorportal.booking.model.Step.Words;

/** The steps of one seed: always the same, the likely people more often than the wrong ones. */
final class Generator {

    private record Weighted(int weight, Supplier<Step> step) {
    }

    private final Random random;
    private final List<Weighted> kinds = List.of(new Weighted(28, this::request), new Weighted(8, this::bookFor),
            new Weighted(20, this::decide), new Weighted(12, this::move), new Weighted(8, this::edit), new Weighted(5, this::close),
            new Weighted(4, this::lift), new Weighted(8, this::repeat), new Weighted(8, this::waiting));

    private Generator(long seed) {
        random = new Random(seed);
    }

    static List<Step> steps(long seed, int count) {
        var generator = new Generator(seed);
        return Stream.generate(generator::next).limit(count).toList();
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
        return new Decide(mostly(one(Who.PRINCIPAL, Who.PRINCIPAL, Who.ADMIN, Who.MENTOR)), verb == Verb.CANCEL && random.nextInt(3) > 0, verb, back(), words(), seen());
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
        return new Lift(mostly(one(Who.PRINCIPAL, Who.ADMIN)), random.nextInt(2));
    }

    private Step repeat() {
        return new Repeat(random.nextInt(4), one(How.values()));
    }

    private Step waiting() {
        return new Wait(Wait.MINUTES.get(random.nextInt(Wait.MINUTES.size())));
    }

    private Who student() {
        return Who.students().get(random.nextInt(3));
    }

    private Who mostly(Who likely) {
        return random.nextInt(8) == 0 ? one(Who.values()) : likely;
    }

    /** The newest most often. */
    private int back() {
        return Math.min(random.nextInt(4), random.nextInt(4));
    }

    private int day() {
        return random.nextInt(3);
    }

    /** Mostly a slot of the offer. */
    private int half(Offer offer) {
        int slot = random.nextInt((int) offer.starts().count()) * offer.timing.step() / 30;
        return random.nextInt(12) == 0 ? random.nextInt(7) : slot;
    }

    private Words words() {
        return random.nextInt(12) > 0 ? Words.SOME : one(Words.NONE, Words.TOO_MANY);
    }

    private Seen seen() {
        return one(Seen.NOTHING, Seen.CURRENT, Seen.CURRENT, Seen.OLD);
    }

    @SafeVarargs
    private <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }
}
