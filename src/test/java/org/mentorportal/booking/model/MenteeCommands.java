package org.mentorportal.booking.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.booking.model.MenteeStep.CycleForm;
import org.mentorportal.booking.model.MenteeStep.Offers;
import org.mentorportal.booking.model.MenteeStep.Span;
import org.mentorportal.booking.model.MenteeStep.Weekly;
import org.mentorportal.booking.model.Mentees.Enrolment;
import org.mentorportal.booking.model.Mentees.Suspension;
import org.mentorportal.booking.model.Step.Seen;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Command;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.CycleId;
import org.mentorportal.mentorship.DeclineReprobation;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.SuspensionId;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.mentorship.WarningId;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;

/** What a person sends at a step about mentees, as things are in the model at that moment. */
record MenteeCommands(World world, Model model, Instant now) {

    Command command(MenteeStep step) {
        return switch (step) {
            case MenteeStep.FoundCycle(Who who, CycleForm form) -> new AddCycle(name(form), first(form.span()), last(form.span()), form.limit(),
                    services(form.offers()));
            case MenteeStep.AlterCycle alter -> alter(alter);
            case MenteeStep.Enrol enrol -> new EnrolStudent(new CycleId(cycle(enrol.cycle()).map(known -> known.row.id).orElse(Long.MAX_VALUE)),
                    world.people().get(enrol.student()).id(), world.people().get(enrol.lead()).id());
            case MenteeStep.Plan plan -> new SetPlan(enrolment(plan.enrolment()), enrolmentAt(plan.enrolment()).map(known -> known.version).orElse(1)
                    - (plan.seen() == Seen.OLD ? 1 : 0), times(plan.weekly()));
            case MenteeStep.Generate(Who who, int enrolment, Span span) -> new GeneratePlan(
                    planned(enrolment).map(MenteeCommands::id).orElse(new EnrolmentId(Long.MAX_VALUE)), first(span), last(span));
            case MenteeStep.GiveMark mark -> new MarkAttendance(waiting(mark.booking()), mark.mark(), World.words(mark.reason()));
            case MenteeStep.TakeBack reset -> new ResetAttendance(marked(reset.booking()), World.words(reset.reason()));
            case MenteeStep.Pause pause -> switch (pause.kind()) {
                case REPROBATED -> new SuspensionCommand.Reprobate(enrolment(pause.enrolment()), World.words(pause.reason()));
                case UNSUBSCRIBED -> new SuspensionCommand.Unsubscribe(enrolment(pause.enrolment()), World.words(pause.reason()));
            };
            case MenteeStep.GoOn goOn -> goOn(goOn, paused(goOn.enrolment()));
            case MenteeStep.SayNo no -> new DeclineReprobation(asked(no.enrolment()).map(MenteeCommands::id).orElse(new EnrolmentId(Long.MAX_VALUE)),
                    World.words(no.reason()));
            case MenteeStep.Explain explain -> new AnswerNoShow(new WarningId(warning(explain.warning()).map(known -> known.row.id)
                    .orElse(Long.MAX_VALUE)),
                    World.words(explain.text()));
            case MenteeStep.LetGo letGo -> new GiveUp(held(letGo.booking()).map(booking -> new BookingId(booking.row.id))
                    .orElse(new BookingId(Long.MAX_VALUE)));
        };
    }

    /** Who sends it. */
    Who who(MenteeStep step) {
        return switch (step) {
            case MenteeStep.FoundCycle found -> found.who();
            case MenteeStep.AlterCycle alter -> alter.who();
            case MenteeStep.Enrol enrol -> enrol.who();
            case MenteeStep.Plan plan -> leadOr(plan.who(), enrolmentAt(plan.enrolment()));
            case MenteeStep.Generate generate -> leadOr(generate.who(), planned(generate.enrolment()));
            case MenteeStep.GiveMark mark -> mark.who();
            case MenteeStep.TakeBack reset -> reset.who();
            case MenteeStep.Pause pause -> owner(pause.owner(), pause.who(), enrolmentAt(pause.enrolment()));
            case MenteeStep.GoOn goOn -> owner(goOn.owner(), goOn.who(), paused(goOn.enrolment()));
            case MenteeStep.SayNo no -> leadOr(no.who(), asked(no.enrolment()));
            case MenteeStep.Explain explain -> owner(explain.owner(), explain.who(), warning(explain.warning()).map(known -> known.enrolment));
            case MenteeStep.LetGo letGo -> held(letGo.booking()).filter(booking -> letGo.owner()).map(booking -> booking.student).orElse(letGo.who());
        };
    }

    /** Where a mentor is meant, the one who leads is, whoever that is. */
    private static Who leadOr(Who who, Optional<Enrolment> enrolment) {
        return who == Who.MENTOR ? enrolment.map(known -> known.lead).orElse(who) : who;
    }

    private static Who owner(boolean owner, Who who, Optional<Enrolment> enrolment) {
        return owner ? enrolment.map(known -> known.student).orElse(who) : leadOr(who, enrolment);
    }

    private String name(CycleForm form) {
        return world.cycleName() + form.name();
    }

    LocalDate first(Span span) {
        return world.monday().plusDays(switch (span) {
            case WHOLE, FIRST_WEEK -> 0;
            case SECOND_WEEK, BACKWARDS -> 7;
            case FIRST_TUESDAY -> 1;
        });
    }

    LocalDate last(Span span) {
        return world.monday().plusDays(switch (span) {
            case WHOLE, SECOND_WEEK -> 13;
            case FIRST_WEEK -> 6;
            case FIRST_TUESDAY -> 1;
            case BACKWARDS -> 2;
        });
    }

    private Set<ServiceId> services(Offers offers) {
        Stream<Offer> all = switch (offers) {
            case TALK -> Stream.of(Offer.TALK);
            case TALK_AND_FIELD -> Stream.of(Offer.TALK, Offer.FIELD);
            case COURT -> Stream.of(Offer.COURT);
            case NONE -> Stream.of();
        };
        return all.map(this::service).collect(Collectors.toSet());
    }

    private ServiceId service(Offer offer) {
        return world.services().get(offer).id();
    }

    private EditCycle alter(MenteeStep.AlterCycle alter) {
        Optional<Mentees.Cycle> cycle = cycle(alter.cycle());
        CycleForm form = alter.form();
        return new EditCycle(new CycleId(cycle.map(known -> known.row.id).orElse(Long.MAX_VALUE)), cycle.map(known -> known.version).orElse(1)
                - (alter.seen() == Seen.OLD ? 1 : 0), name(form), first(form.span()), last(form.span()), form.limit(), services(form.offers()));
    }

    private List<PlannedTime> times(Weekly weekly) {
        return switch (weekly) {
            case TUESDAYS -> List.of(time(Offer.TALK, DayOfWeek.TUESDAY, "09:00"));
            case TUESDAYS_AND_WEDNESDAYS -> List.of(time(Offer.TALK, DayOfWeek.TUESDAY, "09:30"), time(Offer.TALK, DayOfWeek.WEDNESDAY, "09:00"));
            case FRIDAYS -> List.of(time(Offer.TALK, DayOfWeek.FRIDAY, "09:30"));
            case WITH_THE_FIELD -> List.of(time(Offer.TALK, DayOfWeek.WEDNESDAY, "09:00"), time(Offer.FIELD, DayOfWeek.WEDNESDAY, "09:00"),
                    time(Offer.FIELD, DayOfWeek.TUESDAY, "10:00"));
            case WITH_THE_COURT -> List.of(time(Offer.COURT, DayOfWeek.TUESDAY, "09:00"));
            case TWICE_A_DAY -> List.of(time(Offer.TALK, DayOfWeek.TUESDAY, "09:00"), time(Offer.TALK, DayOfWeek.TUESDAY, "10:30"));
            case BETWEEN_SLOTS -> List.of(time(Offer.TALK, DayOfWeek.TUESDAY, "09:10"), time(Offer.TALK, DayOfWeek.WEDNESDAY, "10:00"));
            case OVERLAPPING -> List.of(time(Offer.TALK, DayOfWeek.TUESDAY, "09:00"), time(Offer.TALK, DayOfWeek.TUESDAY, "09:20"));
            case SECONDS -> List.of(time(Offer.TALK, DayOfWeek.TUESDAY, "09:00:30"));
            case TOO_LONG -> IntStream.range(0, 21).mapToObj(n -> new PlannedTime(service(Offer.TALK), DayOfWeek.of(1 + n % 7),
                    LocalTime.of(6 + n / 7, 0))).toList();
            case NOTHING -> List.of();
        };
    }

    private PlannedTime time(Offer offer, DayOfWeek day, String time) {
        return new PlannedTime(service(offer), day, LocalTime.parse(time));
    }

    private SuspensionCommand goOn(MenteeStep.GoOn goOn, Optional<Enrolment> enrolment) {
        List<Suspension> its = model.mentees.suspensions.reversed().stream().filter(one -> one.enrolment == enrolment.orElse(null)).toList();
        @Nullable SuspensionId named = goOn.named() == 0 || goOn.named() > its.size() ? null : new SuspensionId(its.get(goOn.named() - 1).row.id);
        boolean reprobated = its.stream().filter(one -> one.endedAt == null).findFirst().map(one -> one.kind).orElse(SuspensionKind.REPROBATED)
                == SuspensionKind.REPROBATED;
        EnrolmentId id = enrolment.map(MenteeCommands::id).orElse(new EnrolmentId(Long.MAX_VALUE));
        return reprobated == goOn.fitting() ? new SuspensionCommand.Reactivate(id, named) : new SuspensionCommand.Resubscribe(id, named);
    }

    private static EnrolmentId id(Enrolment enrolment) {
        return new EnrolmentId(enrolment.row.id);
    }

    private Optional<Mentees.Cycle> cycle(int back) {
        return back(model.mentees.cycles, back);
    }

    private Optional<Enrolment> enrolmentAt(int back) {
        return back(model.mentees.enrolments, back);
    }

    private EnrolmentId enrolment(int back) {
        return enrolmentAt(back).map(MenteeCommands::id).orElse(new EnrolmentId(Long.MAX_VALUE));
    }

    private Optional<Enrolment> paused(int back) {
        return preferring(model.mentees.enrolments, enrolment -> model.mentees.open(enrolment).isPresent(), back);
    }

    private Optional<Enrolment> planned(int back) {
        return preferring(model.mentees.enrolments, enrolment -> !enrolment.plan.isEmpty() && model.mentees.open(enrolment).isEmpty(), back);
    }

    private Optional<Enrolment> asked(int back) {
        return preferring(model.mentees.enrolments, model.mentees::questionOpen, back);
    }

    private Optional<Mentees.Warning> warning(int back) {
        return back(model.mentees.warnings, back);
    }

    private Optional<Model.Booking> held(int back) {
        return preferring(model.bookings, booking -> booking.hold != null, back);
    }

    private BookingId waiting(int back) {
        return place(place -> place.waits(now), back);
    }

    private BookingId marked(int back) {
        return place(place -> place.mark != null, back);
    }

    private BookingId place(Predicate<Gathered.Place> preferred, int back) {
        return new BookingId(preferring(model.bookings, booking -> Optional.ofNullable(model.gathered.places.get(booking)).filter(preferred)
                .isPresent(), back)
                .map(booking -> booking.row.id).orElse(Long.MAX_VALUE));
    }

    private static <T> Optional<T> preferring(List<T> all, Predicate<T> preferred, int back) {
        List<T> some = all.stream().filter(preferred).toList();
        return some.isEmpty() ? back(all, back) : back(some, Math.min(back, some.size() - 1));
    }

    private static <T> Optional<T> back(List<T> all, int back) {
        return all.reversed().stream().skip(back).findFirst();
    }

    /** The same command with other data; nothing for one that is not about mentees. */
    static Optional<Command> otherwise(Command command) {
        return Optional.ofNullable(switch (command) {
            case AddCycle add -> new AddCycle(add.cycleName(), add.firstDay(), add.lastDay(), 3, add.services());
            case EditCycle edit -> new EditCycle(edit.cycle(), edit.version(), edit.cycleName(), edit.firstDay(), edit.lastDay(), 3, edit.services());
            case EnrolStudent enrol -> new EnrolStudent(new CycleId(enrol.cycle().value() + 1_000_000), enrol.student(), enrol.lead());
            case SetPlan plan -> new SetPlan(plan.enrolment(), plan.version() + 1, plan.times());
            case GeneratePlan plan -> new GeneratePlan(plan.enrolment(), plan.from(), plan.to().plusDays(1));
            case MarkAttendance mark -> new MarkAttendance(mark.booking(), mark.mark(), "other");
            case ResetAttendance reset -> new ResetAttendance(reset.booking(), "other");
            case SuspensionCommand.Reprobate reprobate -> new SuspensionCommand.Reprobate(reprobate.enrolment(), "other");
            case SuspensionCommand.Unsubscribe unsubscribe -> new SuspensionCommand.Unsubscribe(unsubscribe.enrolment(), "other");
            case SuspensionCommand.Reactivate end -> new SuspensionCommand.Reactivate(end.enrolment(), new SuspensionId(Long.MAX_VALUE));
            case SuspensionCommand.Resubscribe end -> new SuspensionCommand.Resubscribe(end.enrolment(), new SuspensionId(Long.MAX_VALUE));
            case DeclineReprobation decline -> new DeclineReprobation(decline.enrolment(), "other");
            case AnswerNoShow answer -> new AnswerNoShow(answer.warning(), "other");
            default -> null;
        });
    }
}
