package org.mentorportal.booking.model;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.mentorportal.booking.model.MenteeStep.AlterCycle;
import org.mentorportal.booking.model.MenteeStep.CycleForm;
import org.mentorportal.booking.model.MenteeStep.Enrol;
import org.mentorportal.booking.model.MenteeStep.Explain;
import org.mentorportal.booking.model.MenteeStep.FoundCycle;
import org.mentorportal.booking.model.MenteeStep.Generate;
import org.mentorportal.booking.model.MenteeStep.GiveMark;
import org.mentorportal.booking.model.MenteeStep.GoOn;
import org.mentorportal.booking.model.MenteeStep.LetGo;
import org.mentorportal.booking.model.MenteeStep.Offers;
import org.mentorportal.booking.model.MenteeStep.Pause;
import org.mentorportal.booking.model.MenteeStep.Plan;
import org.mentorportal.booking.model.MenteeStep.SayNo;
import org.mentorportal.booking.model.MenteeStep.Span;
import org.mentorportal.booking.model.MenteeStep.TakeBack;
import org.mentorportal.booking.model.MenteeStep.Weekly;
import org.mentorportal.booking.model.Step.BookFor;
import org.mentorportal.booking.model.Step.Close;
import org.mentorportal.booking.model.Step.Closed;
import org.mentorportal.booking.model.Step.Lift;
import org.mentorportal.booking.model.Step.Request;
import org.mentorportal.booking.model.Step.Seen;
import org.mentorportal.booking.model.Step.Wait;
import org.mentorportal.booking.model.Step.Words;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.session.Mark;

/** Steps about mentees, and a beginning from which they come to something: a cycle with mentees who have been booked for. */
record MenteeGenerator(Generator generator, Random random) {

    private static final int TO_THE_EVENING_AFTER = 1445;

    Stream<Step> beginning() {
        Who lead = generator.one(Who.MENTOR, Who.MENTOR, Who.COACH);
        Offers offers = generator.one(Offers.TALK, Offers.TALK, Offers.TALK_AND_FIELD);
        return Stream.of(new FoundCycle(Who.ADMIN, new CycleForm(0, Span.WHOLE, 1 + random.nextInt(2), offers)),
                new Enrol(Who.ADMIN, Who.ANN, lead, 0), new Enrol(Who.ADMIN, Who.BEN, Who.MENTOR, 0),
                new Plan(Who.ADMIN, random.nextInt(2), generator.one(Weekly.TUESDAYS, Weekly.FRIDAYS, Weekly.FRIDAYS, Weekly.WITH_THE_FIELD),
                        Seen.CURRENT),
                talk(Who.ANN, 0), talk(Who.BEN, 0), talk(Who.ANN, 0), talk(Who.ANN, 1), talk(generator.one(Who.ANN, Who.BEN), 2),
                new Wait(TO_THE_EVENING_AFTER), new GiveMark(Who.MENTOR, random.nextInt(2), Mark.NO_SHOW, Words.SOME));
    }

    /** Now and then what chance alone brings too seldom: what a hold held comes back to where it may not. */
    Stream<Step> turn() {
        return switch (random.nextInt(10)) {
            case 0 -> Stream.of(pause(1), new Request(Who.ANN, Offer.FIELD, 1, 0, 1, Words.SOME), new GoOn(Who.ADMIN, false, 0, true, 0));
            case 1 -> Stream.of(new Close(Who.ADMIN, Closed.MENTOR, 1, 0, 4, Words.SOME), pause(1), new Lift(Who.ADMIN, 0, true));
            case 2 -> Stream.of(pause(1), new Wait(TO_THE_EVENING_AFTER), new GoOn(Who.ADMIN, false, 0, true, 0));
            default -> Stream.of();
        };
    }

    private static Step pause(int enrolment) {
        return new Pause(Who.ADMIN, false, enrolment, SuspensionKind.REPROBATED, Words.SOME);
    }

    private Step talk(Who student, int day) {
        return new BookFor(Who.MENTOR, student, Offer.TALK, day, random.nextInt(3));
    }

    Step foundCycle() {
        return new FoundCycle(generator.mostly(Who.ADMIN), form());
    }

    Step alterCycle() {
        return new AlterCycle(generator.mostly(Who.ADMIN), random.nextInt(2), form(), generator.one(Seen.CURRENT, Seen.CURRENT, Seen.CURRENT,
                Seen.OLD));
    }

    private CycleForm form() {
        return new CycleForm(random.nextInt(3), generator.one(Span.WHOLE, Span.WHOLE, Span.FIRST_WEEK, Span.SECOND_WEEK, Span.FIRST_TUESDAY,
                Span.FIRST_TUESDAY, Span.BACKWARDS),
                random.nextInt(12) == 0 ? 21 : 1 + random.nextInt(2), generator.one(Offers.TALK, Offers.TALK, Offers.TALK_AND_FIELD, Offers.COURT,
                        Offers.NONE));
    }

    Step enrol() {
        Who lead = generator.mostly(generator.one(Who.MENTOR, Who.COACH));
        return new Enrol(generator.mostly(generator.one(Who.ADMIN, lead, Who.COACH)), generator.mostly(generator.student()), lead, random.nextInt(2));
    }

    Step plan() {
        return new Plan(staff(), enrolment(), generator.one(Weekly.values()), generator.one(Seen.CURRENT, Seen.CURRENT, Seen.OLD));
    }

    Step generate() {
        return new Generate(staff(), enrolment(), generator.one(Span.WHOLE, Span.WHOLE, Span.SECOND_WEEK, Span.FIRST_WEEK, Span.BACKWARDS));
    }

    Step mark() {
        return new GiveMark(generator.mostly(generator.one(Who.MENTOR, Who.MENTOR, Who.ADMIN)), generator.back(),
                generator.one(Mark.NO_SHOW, Mark.NO_SHOW, Mark.ATTENDED, Mark.EXCUSED), generator.words());
    }

    Step takeBack() {
        return new TakeBack(generator.mostly(generator.one(Who.MENTOR, Who.ADMIN)), generator.back(), generator.words());
    }

    Step pause() {
        SuspensionKind kind = generator.one(SuspensionKind.values());
        return new Pause(staff(), kind == SuspensionKind.UNSUBSCRIBED && random.nextBoolean() || random.nextInt(10) == 0, enrolment(), kind,
                generator.words());
    }

    Step goOn() {
        return new GoOn(staff(), random.nextInt(4) == 0, enrolment(), random.nextInt(6) > 0, List.of(0, 0, 0, 1, 1, 2).get(random.nextInt(6)));
    }

    Step sayNo() {
        return new SayNo(staff(), enrolment(), generator.words());
    }

    Step explain() {
        return new Explain(generator.student(), random.nextInt(6) > 0, random.nextInt(2), generator.words());
    }

    Step letGo() {
        return new LetGo(generator.one(Who.values()), random.nextInt(6) > 0, generator.back());
    }

    /** The lead mentor where one is meant. */
    private Who staff() {
        return generator.mostly(generator.one(Who.MENTOR, Who.MENTOR, Who.ADMIN));
    }

    private int enrolment() {
        return random.nextInt(3);
    }
}
