package org.mentorportal.booking.model;

import java.util.List;
import java.util.stream.Stream;
import org.mentorportal.booking.RetireService.LiveBookings;

/**
 * One step of a run. It names bookings, closures and earlier commands by how far back they lie, so that it still means
 * something when steps before it are left out. A new command of the portal becomes a record here (or in {@link MenteeStep}), a weight
 * in {@link Generator}, a case in {@link World#command} and {@link Portal}, and its rules in {@link Model}.
 */
sealed interface Step permits Step.Request, Step.BookFor, Step.Decide, Step.Move, Step.Edit, Step.Close, Step.Lift, Step.Alter, Step.Open,
        Step.Retire, Step.OfferAgain, Step.Repeat, Step.Wait, MenteeStep {

    /** What the person had before them: no version, the current one, or one that is past. */
    enum Seen {
        NOTHING, CURRENT, OLD
    }

    enum Words {
        SOME, NONE, TOO_MANY
    }

    enum Verb {
        APPROVE, REJECT, REVOKE, CANCEL
    }

    enum How {
        SAME_KEY, SAME_KEY_OTHER_DATA, NEW_KEY
    }

    /** Simpler steps that may fail in the same way, the simplest first. */
    default Stream<Step> simpler() {
        return Stream.empty();
    }

    /** The same about what lies one nearer, for when a step between was left out. */
    default Step nearer() {
        return this;
    }

    /**
     * @param day  0 and 1 are of one week, 2 is of the next
     * @param half half hours after 9:00
     */
    record Request(Who who, Offer offer, int day, int half, int players, Words purpose) implements Step {

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Request(Who.ANN, offer, day, half, players, purpose), new Request(who, offer, 0, half, players, purpose),
                    new Request(who, offer, day, 0, players, purpose), new Request(who, offer, day, half, 1, Words.SOME));
        }
    }

    record BookFor(Who who, Who student, Offer offer, int day, int half) implements Step {

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Request(student, offer, day, half, 1, Words.SOME), new BookFor(who, Who.ANN, offer, day, half),
                    new BookFor(who, student, offer, 0, half), new BookFor(who, student, offer, day, 0));
        }
    }

    /** @param owner the booking's student acts, instead of who */
    record Decide(Who who, boolean owner, Verb verb, int booking, Words reason, Seen seen) implements Step {

        @Override
        public Step nearer() {
            return new Decide(who, owner, verb, Math.max(0, booking - 1), reason, seen);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Decide(who, owner, verb, 0, reason, seen), new Decide(who, owner, verb, booking, Words.SOME, seen),
                    new Decide(who, owner, verb, booking, reason, Seen.NOTHING));
        }
    }

    record Move(Who who, boolean owner, int booking, int day, int half, Words reason, Seen seen) implements Step {

        @Override
        public Step nearer() {
            return new Move(who, owner, Math.max(0, booking - 1), day, half, reason, seen);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Move(who, owner, 0, day, half, reason, seen), new Move(who, owner, booking, 0, half, reason, seen),
                    new Move(who, owner, booking, day, 0, reason, seen), new Move(who, owner, booking, day, half, Words.SOME, seen),
                    new Move(who, owner, booking, day, half, reason, Seen.NOTHING));
        }
    }

    record Edit(Who who, boolean owner, int booking, int players, Words purpose, Seen seen) implements Step {

        @Override
        public Step nearer() {
            return new Edit(who, owner, Math.max(0, booking - 1), players, purpose, seen);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Edit(who, owner, 0, players, purpose, seen), new Edit(who, owner, booking, 2, Words.SOME, seen),
                    new Edit(who, owner, booking, players, purpose, Seen.CURRENT));
        }
    }

    /** What a closure closes. */
    enum Closed {
        GROUND, MENTOR, SCHOOL
    }

    record Close(Who who, Closed what, int day, int from, int to, Words reason) implements Step {

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Close(Who.ADMIN, what, day, from, to, reason), new Close(who, what, 0, from, to, reason),
                    new Close(who, what, day, 0, to, reason), new Close(who, what, day, from, to, Words.SOME));
        }
    }

    record Lift(Who who, int closure, boolean restore) implements Step {

        @Override
        public Step nearer() {
            return new Lift(who, Math.max(0, closure - 1), restore);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Lift(Who.ADMIN, closure, restore), new Lift(who, 0, restore), new Lift(who, closure, false));
        }
    }

    /** Another service than before: {@code part} is made other, the rest stays as it then is. */
    record Alter(Who who, Offer offer, Part part, Seen seen) implements Step {

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Alter(Who.ADMIN, offer, part, seen), new Alter(who, offer, part, Seen.CURRENT));
        }
    }

    /** Other opening hours: those of {@code part}. */
    record Open(Who who, Offer offer, Part part, Seen seen) implements Step {

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Alter(who, offer, part, seen), new Open(Who.ADMIN, offer, part, seen),
                    new Open(who, offer, part, Seen.CURRENT));
        }
    }

    record Retire(Who who, Offer offer, LiveBookings bookings, Words reason, Seen seen) implements Step {

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Retire(Who.ADMIN, offer, bookings, reason, seen), new Retire(who, offer, LiveBookings.KEEP, reason, seen),
                    new Retire(who, offer, bookings, Words.SOME, seen), new Retire(who, offer, bookings, reason, Seen.CURRENT));
        }
    }

    /** Of a service that is retired, if there is one; else of {@code offer}. */
    record OfferAgain(Who who, Offer offer, Seen seen) implements Step {

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new OfferAgain(Who.ADMIN, offer, seen), new OfferAgain(who, offer, Seen.CURRENT));
        }
    }

    /** An earlier command once more, by the same person. */
    record Repeat(int back, How how) implements Step {

        @Override
        public Step nearer() {
            return new Repeat(Math.max(0, back - 1), how);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Repeat(0, how));
        }
    }

    record Wait(int minutes) implements Step {

        static final List<Integer> MINUTES = List.of(5, 45, 150, 600, 1445);

        @Override
        public Stream<Step> simpler() {
            return MINUTES.stream().filter(fewer -> fewer < minutes).map(Wait::new);
        }
    }
}
