package org.mentorportal.booking.model;

import java.util.stream.Stream;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.session.Mark;

/** A step about cycles, mentees, attendance, or what a hold cancelled. Like any {@link Step}, it says how far back what it is about lies. */
sealed interface MenteeStep extends Step {

    /** Days of the run. */
    enum Span {
        WHOLE, FIRST_WEEK, SECOND_WEEK, FIRST_TUESDAY, BACKWARDS
    }

    /** The services of a cycle. */
    enum Offers {
        TALK, TALK_AND_FIELD, COURT, NONE
    }

    /** @param name of few names, so that two cycles may want the same */
    record CycleForm(int name, Span span, int limit, Offers offers) {

        Stream<CycleForm> simpler() {
            return Stream.of(new CycleForm(0, span, limit, offers), new CycleForm(name, Span.WHOLE, limit, offers),
                    new CycleForm(name, span, 1, offers), new CycleForm(name, span, limit, Offers.TALK));
        }
    }

    record FoundCycle(Who who, CycleForm form) implements MenteeStep {

        @Override
        public Stream<Step> simpler() {
            return Stream.concat(Stream.of(new FoundCycle(Who.ADMIN, form)), form.simpler().map(other -> new FoundCycle(who, other)));
        }
    }

    record AlterCycle(Who who, int cycle, CycleForm form, Seen seen) implements MenteeStep {

        @Override
        public Step nearer() {
            return new AlterCycle(who, Math.max(0, cycle - 1), form, seen);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.concat(Stream.of(new AlterCycle(Who.ADMIN, cycle, form, seen), new AlterCycle(who, 0, form, seen),
                    new AlterCycle(who, cycle, form, Seen.CURRENT)), form.simpler().map(other -> new AlterCycle(who, cycle, other, seen)));
        }
    }

    record Enrol(Who who, Who student, Who lead, int cycle) implements MenteeStep {

        @Override
        public Step nearer() {
            return new Enrol(who, student, lead, Math.max(0, cycle - 1));
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Enrol(Who.ADMIN, student, lead, cycle), new Enrol(who, Who.ANN, lead, cycle),
                    new Enrol(who, student, Who.MENTOR, cycle), new Enrol(who, student, lead, 0));
        }
    }

    /** What a week is to be like. */
    enum Weekly {
        TUESDAYS, TUESDAYS_AND_WEDNESDAYS, FRIDAYS, WITH_THE_FIELD, WITH_THE_COURT, TWICE_A_DAY, BETWEEN_SLOTS, OVERLAPPING, SECONDS, TOO_LONG, NOTHING
    }

    record Plan(Who who, int enrolment, Weekly weekly, Seen seen) implements MenteeStep {

        @Override
        public Step nearer() {
            return new Plan(who, Math.max(0, enrolment - 1), weekly, seen);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Plan(Who.ADMIN, enrolment, weekly, seen), new Plan(who, 0, weekly, seen),
                    new Plan(who, enrolment, Weekly.TUESDAYS, seen), new Plan(who, enrolment, weekly, Seen.CURRENT));
        }
    }

    /** Of an enrolment that is active and has a plan, if there is one. */
    record Generate(Who who, int enrolment, Span span) implements MenteeStep {

        @Override
        public Step nearer() {
            return new Generate(who, Math.max(0, enrolment - 1), span);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Generate(Who.ADMIN, enrolment, span), new Generate(who, 0, span), new Generate(who, enrolment, Span.WHOLE));
        }
    }

    /** Of what waits for its mark, if anything does; else of any booking. */
    record GiveMark(Who who, int booking, Mark mark, Words reason) implements MenteeStep {

        @Override
        public Step nearer() {
            return new GiveMark(who, Math.max(0, booking - 1), mark, reason);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new GiveMark(Who.MENTOR, booking, mark, reason), new GiveMark(who, 0, mark, reason),
                    new GiveMark(who, booking, Mark.NO_SHOW, reason), new GiveMark(who, booking, mark, Words.SOME));
        }
    }

    /** Of what is marked, if anything is; else of any booking. */
    record TakeBack(Who who, int booking, Words reason) implements MenteeStep {

        @Override
        public Step nearer() {
            return new TakeBack(who, Math.max(0, booking - 1), reason);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new TakeBack(Who.MENTOR, booking, reason), new TakeBack(who, 0, reason), new TakeBack(who, booking, Words.SOME));
        }
    }

    /** @param owner the mentee acts, instead of who */
    record Pause(Who who, boolean owner, int enrolment, SuspensionKind kind, Words reason) implements MenteeStep {

        @Override
        public Step nearer() {
            return new Pause(who, owner, Math.max(0, enrolment - 1), kind, reason);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Pause(Who.ADMIN, owner, enrolment, kind, reason), new Pause(who, false, enrolment, kind, reason),
                    new Pause(who, owner, 0, kind, reason), new Pause(who, owner, enrolment, SuspensionKind.REPROBATED, reason),
                    new Pause(who, owner, enrolment, kind, Words.SOME));
        }
    }

    /**
     * Of an enrolment that is paused, if there is one.
     *
     * @param fitting of the kind that holds, else of the other
     * @param named   0 names no suspension, 1 the enrolment's last, 2 the one before
     */
    record GoOn(Who who, boolean owner, int enrolment, boolean fitting, int named) implements MenteeStep {

        @Override
        public Step nearer() {
            return new GoOn(who, owner, Math.max(0, enrolment - 1), fitting, named);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new GoOn(Who.ADMIN, owner, enrolment, fitting, named), new GoOn(who, false, enrolment, fitting, named),
                    new GoOn(who, owner, 0, fitting, named), new GoOn(who, owner, enrolment, true, named),
                    new GoOn(who, owner, enrolment, fitting, 0));
        }
    }

    /** Of an enrolment at its limit, if there is one. */
    record SayNo(Who who, int enrolment, Words reason) implements MenteeStep {

        @Override
        public Step nearer() {
            return new SayNo(who, Math.max(0, enrolment - 1), reason);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new SayNo(Who.ADMIN, enrolment, reason), new SayNo(who, 0, reason), new SayNo(who, enrolment, Words.SOME));
        }
    }

    record Explain(Who who, boolean owner, int warning, Words text) implements MenteeStep {

        @Override
        public Step nearer() {
            return new Explain(who, owner, Math.max(0, warning - 1), text);
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new Explain(who, true, warning, text), new Explain(who, owner, 0, text), new Explain(who, owner, warning, Words.SOME));
        }
    }

    /** Of what a hold holds, if anything; else of any booking. */
    record LetGo(Who who, boolean owner, int booking) implements MenteeStep {

        @Override
        public Step nearer() {
            return new LetGo(who, owner, Math.max(0, booking - 1));
        }

        @Override
        public Stream<Step> simpler() {
            return Stream.of(new LetGo(who, true, booking), new LetGo(who, owner, 0));
        }
    }
}
