package org.mentorportal.booking.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureId;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.model.Step.Closed;
import org.mentorportal.booking.model.Step.Seen;
import org.mentorportal.booking.model.Step.Words;
import org.mentorportal.catalogue.EditHours;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/**
 * Where one run happens: people and services that many runs share, and two weeks of the past in which no other run is, so
 * that neither sees what the other booked, and no other test has these bookings on its screens.
 *
 * @param services as they are when the run begins
 * @param monday   the first day of the run's two weeks
 * @param number   which no other run has
 * @param aloneInItsWeeks whether no run of an older school was there before: only then can the whole school be closed without
 *                        cancelling what that one booked
 */
record World(Map<Who, AccountInfo> people, Map<Offer, ServiceInfo> services, LocalDate monday, ZoneId zone, int number,
             boolean aloneInItsWeeks) {

    private static final int[] DAYS = {1, 2, 8};

    World {
        people = new EnumMap<>(people);
        services = new EnumMap<>(services);
    }

    Offer offer(ServiceId id) {
        return key(services, service -> service.id().equals(id));
    }

    Who who(AccountId id) {
        return key(people, person -> person.id().equals(id));
    }

    /** As names of people are said. */
    Who named(String name) {
        return key(people, person -> person.displayName().equals(name));
    }

    Closed closed(@Nullable ResourceId id) {
        return id == null ? Closed.SCHOOL : id.equals(resource(Offer.Place.GROUND)) ? Closed.GROUND : Closed.MENTOR;
    }

    private static <K, V> K key(Map<K, V> all, Predicate<V> which) {
        return all.entrySet().stream().filter(entry -> which.test(entry.getValue())).findFirst().orElseThrow().getKey();
    }

    ResourceId resource(Offer.Place place) {
        return services.get(place == Offer.Place.GROUND ? Offer.COURT : Offer.TALK).resource().id();
    }

    /** How the names of the run's cycles begin. */
    String cycleName() {
        return "Model " + people.get(Who.ANN).id() + "-" + number + " ";
    }

    long number(Who who) {
        return people.get(who).id().value();
    }

    LocalDate day(Instant start) {
        return LocalDate.ofInstant(start, zone);
    }

    /** When a run begins: the evening before its first slots. */
    Instant begins() {
        return monday.atTime(20, 0).atZone(zone).toInstant();
    }

    Instant ends() {
        return monday.plusWeeks(2).atStartOfDay(zone).toInstant();
    }

    private Instant start(int day, int half) {
        return monday.plusDays(DAYS[day]).atTime(Offer.OPENS).plusMinutes(30L * half).atZone(zone).toInstant();
    }

    /** What the person sends; {@code model} says which bookings and closures there are. */
    Command command(Step step, Model model, Instant now) {
        return switch (step) {
            case MenteeStep about -> new MenteeCommands(this, model, now).command(about);
            case Step.Request ask -> new RequestBooking(services.get(ask.offer()).id(), start(ask.day(), ask.half()), words(ask.purpose()),
                    ask.players(), "");
            case Step.BookFor ask -> new BookForStudent(people.get(ask.student()).id(), services.get(ask.offer()).id(),
                    start(ask.day(), ask.half()), "something", 1, "");
            case Step.Decide decide -> decision(decide, booking(decide.booking(), model), model);
            case Step.Move move -> new RescheduleBooking(booking(move.booking(), model), start(move.day(), move.half()), words(move.reason()),
                    version(move.seen(), booking(move.booking(), model), model));
            case Step.Edit edit -> new EditBooking(booking(edit.booking(), model),
                    Optional.ofNullable(version(edit.seen(), booking(edit.booking(), model), model)).orElse(1), words(edit.purpose()), edit.players(), "");
            case Step.Close close -> new CloseResource(switch (close.what()) {
                case GROUND -> resource(Offer.Place.GROUND);
                case MENTOR -> resource(Offer.Place.MENTOR);
                case SCHOOL -> aloneInItsWeeks ? null : resource(Offer.Place.MENTOR);
            }, start(close.day(), close.from()), start(close.day(), close.to()), words(close.reason()));
            case Step.Lift lift -> new LiftClosure(new ClosureId(lift.closure() < model.closures.size()
                    ? model.closures.reversed().get(lift.closure()).row.id : Long.MAX_VALUE), lift.restore());
            case Step.Alter alter -> edit(alter.offer(), alter.part().changed(terms(alter.offer(), model), alter.offer().first),
                    version(alter.seen(), alter.offer(), model));
            case Step.Open open -> new EditHours(services.get(open.offer()).id(), version(open.seen(), open.offer(), model),
                    open.part().changed(terms(open.offer(), model), open.offer().first).hours());
            case Step.Retire retire -> new RetireService(services.get(retire.offer()).id(), version(retire.seen(), retire.offer(), model),
                    retire.bookings(), words(retire.reason()));
            case Step.OfferAgain again -> {
                Offer offer = model.retired().orElse(again.offer());
                yield new OfferService(services.get(offer).id(), version(again.seen(), offer, model));
            }
            case Step.Repeat repeat -> throw new IllegalArgumentException(repeat + " is no command of its own");
            case Step.Wait wait -> throw new IllegalArgumentException(wait + " is no command");
        };
    }

    /** Makes the service what {@code terms} say; its name stays. */
    EditService edit(Offer offer, Terms terms, int version) {
        ServiceInfo service = services.get(offer);
        return new EditService(service.id(), version, service.name(), terms.timing(), terms.capacity(), terms.players(), terms.approval(),
                terms.limits(), terms.hours());
    }

    private static Terms terms(Offer offer, Model model) {
        return model.services.get(offer).terms;
    }

    private static int version(Seen seen, Offer offer, Model model) {
        return model.services.get(offer).version - (seen == Seen.OLD ? 1 : 0);
    }

    private static Decision decision(Step.Decide decide, BookingId booking, Model model) {
        Integer version = version(decide.seen(), booking, model);
        String reason = words(decide.reason());
        return switch (decide.verb()) {
            case APPROVE -> new Decision.Approve(booking, reason, version);
            case REJECT -> new Decision.Reject(booking, reason, version);
            case REVOKE -> new Decision.Revoke(booking, reason, version);
            case CANCEL -> new Decision.Cancel(booking, reason, version);
        };
    }

    private static BookingId booking(int back, Model model) {
        return new BookingId(known(back, model).map(booking -> booking.row.id).orElse(Long.MAX_VALUE));
    }

    private static Optional<Model.Booking> known(int back, Model model) {
        return model.bookings.reversed().stream().skip(back).findFirst();
    }

    /** Who sends it. */
    Who who(Step step, Model model, Instant now) {
        return switch (step) {
            case MenteeStep about -> new MenteeCommands(this, model, now).who(about);
            case Step.Request ask -> ask.who();
            case Step.BookFor ask -> ask.who();
            case Step.Decide decide -> owner(decide.owner(), decide.booking(), model).orElse(decide.who());
            case Step.Move move -> owner(move.owner(), move.booking(), model).orElse(move.who());
            case Step.Edit edit -> owner(edit.owner(), edit.booking(), model).orElse(edit.who());
            case Step.Close close -> close.who();
            case Step.Lift lift -> lift.who();
            case Step.Alter alter -> alter.who();
            case Step.Open open -> open.who();
            case Step.Retire retire -> retire.who();
            case Step.OfferAgain again -> again.who();
            case Step.Repeat repeat -> throw new IllegalArgumentException(repeat + " is sent by whoever sent it first");
            case Step.Wait wait -> throw new IllegalArgumentException(wait + " is nobody's");
        };
    }

    private static Optional<Who> owner(boolean owner, int back, Model model) {
        return known(back, model).filter(booking -> owner).map(booking -> booking.student);
    }

    private static @Nullable Integer version(Seen seen, BookingId booking, Model model) {
        return seen == Seen.NOTHING ? null : model.find(booking.value()).map(known -> known.version).orElse(1) - (seen == Seen.OLD ? 1 : 0);
    }

    static String words(Words words) {
        return switch (words) {
            case SOME -> "something";
            case NONE -> "";
            case TOO_MANY -> "x".repeat(301);
        };
    }

    /** The same command with other data. */
    static Command otherwise(Command command, Model model) {
        return switch (command) {
            case RequestBooking ask -> new RequestBooking(ask.service(), ask.start(), ask.purpose(), ask.players(), "other");
            case BookForStudent ask -> new BookForStudent(ask.student(), ask.service(), ask.start(), ask.purpose(), ask.players(), "other");
            case Decision.Approve decision -> new Decision.Approve(decision.booking(), "other", decision.version());
            case Decision.Reject decision -> new Decision.Reject(decision.booking(), "other", decision.version());
            case Decision.Revoke decision -> new Decision.Revoke(decision.booking(), "other", decision.version());
            case Decision.Cancel decision -> new Decision.Cancel(decision.booking(), "other", decision.version());
            case RescheduleBooking move -> new RescheduleBooking(move.booking(), move.start(), "other", move.version());
            case EditBooking edit -> new EditBooking(edit.booking(), edit.version(), edit.purpose(), edit.players(), "other");
            case CloseResource close -> new CloseResource(close.resource(), close.from(), close.to(), "other");
            case LiftClosure lift -> new LiftClosure(new ClosureId(model.closures.stream().map(closure -> closure.row.id)
                    .filter(id -> id != lift.closure().value()).findFirst().orElse(Long.MAX_VALUE)), lift.restore());
            case EditService edit -> new EditService(edit.service(), edit.version(), edit.serviceName(), edit.timing(), edit.capacity(), 3,
                    edit.approval(), edit.limits(), edit.hours());
            case EditHours edit -> new EditHours(edit.service(), edit.version(), List.of());
            case RetireService retire -> new RetireService(retire.service(), retire.version(), retire.bookings(), "other");
            case OfferService again -> new OfferService(again.service(), again.version() - 1);
            case GiveUp giveUp -> new GiveUp(model.bookings.stream().map(booking -> new BookingId(booking.row.id))
                    .filter(id -> !id.equals(giveUp.booking())).findFirst().orElse(new BookingId(Long.MAX_VALUE)));
            default -> MenteeCommands.otherwise(command).orElseThrow(() -> new IllegalArgumentException("nothing else is known of " + command));
        };
    }
}
