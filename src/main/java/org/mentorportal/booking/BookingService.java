package org.mentorportal.booking;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What students do with bookings, and staff for them: ask for a slot, look, edit, move, cancel. */
@Service
public class BookingService {

    private final BookingRepository bookings;
    private final Wishes wishes;
    private final Claims claims;
    private final Moves moves;
    private final Edits edits;
    private final GivingUp givingUp;
    private final Decisions decisions;
    private final BookingAnswers answers;
    private final BookingReader reader;
    private final SlotBoards boards;
    private final SlotSearch search;
    private final CatalogueService catalogue;
    private final AccountService accounts;
    private final Commands commands;
    private final CurrentActor actor;

    BookingService(BookingRepository bookings, Wishes wishes, Claims claims, Moves moves, Edits edits, GivingUp givingUp, Decisions decisions, BookingAnswers answers,
                   BookingReader reader, SlotBoards boards, SlotSearch search, CatalogueService catalogue, AccountService accounts, Commands commands,
                   CurrentActor actor) {
        this.bookings = bookings;
        this.wishes = wishes;
        this.claims = claims;
        this.moves = moves;
        this.edits = edits;
        this.givingUp = givingUp;
        this.decisions = decisions;
        this.answers = answers;
        this.reader = reader;
        this.boards = boards;
        this.search = search;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.commands = commands;
        this.actor = actor;
    }

    /**
     * Asks for a slot in the student's own name. Asking again for a slot one holds returns that booking. A slot that this
     * node's open board knows to be lost is refused without a statement, when the key is sent for the first time.
     */
    @RolesAllowed("STUDENT")
    public BookingOutcome request(RequestBooking request, CommandKey key) {
        By by = actor.as(Role.STUDENT);
        Optional<ServiceInfo> service = catalogue.current().find(request.service());
        if (service.isEmpty()) {
            return new NotDone(Refused.because(CatalogueRule.UNKNOWN_SERVICE));
        }
        Optional<NotDone> known = key.firstSending() ? boards.knownLoss(service.get(), request.start(), by.account()) : Optional.empty();
        if (known.isPresent()) {
            commands.refusedWithoutRunning(request, known.get().why());
            return known.get().nearestFree().isEmpty() // none left that week: only then is a statement sent (A4)
                    ? Offers.with(known.get().why(), () -> search.nearestFree(service.get(), request.start(), by.account(),
                            BookingPath.STUDENT)) : known.get();
        }
        var asked = new Wishes.Asked(by.account(), request.service(), request.start(), request.purpose(), request.players(),
                request.contact());
        return offeringOthers(commands.run(request, key, actor.get(), Locks.claim(by.account(), service.get().resource().id().value()),
                () -> wishes.first(asked, service.get()), answers,
                (run, facts) -> claims.claim(wishes.of(BookingPath.STUDENT, asked, by, service.get(), facts, run.at()), run)),
                BookingPath.STUDENT, by.account(), service.get(), request.start());
    }

    /** A mentor on their own services, an admin on any, for a student; notice, horizon and quotas do not bind (DESIGN.md section 6). */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public BookingOutcome bookFor(BookForStudent booking, CommandKey key) {
        Actor person = actor.get();
        Optional<ServiceInfo> service = catalogue.current().find(booking.service());
        if (service.isEmpty()) {
            return new NotDone(Refused.because(CatalogueRule.UNKNOWN_SERVICE));
        }
        Optional<By> by = service.get().asItsStaff(person);
        if (by.isEmpty()) {
            return new NotDone(Refused.because(BookingRuleId.NOT_YOUR_SERVICE, service.get().name()));
        }
        var asked = new Wishes.Asked(booking.student(), booking.service(), booking.start(), booking.purpose(), booking.players(),
                booking.contact());
        return offeringOthers(commands.run(booking, key, person,
                Locks.claim(booking.student(), service.get().resource().id().value()), () -> wishes.first(asked, service.get()), answers,
                (run, facts) -> mayBeBookedFor(person, booking.student()).<BookingOutcome>map(NotDone::new)
                        .orElseGet(() -> claims.claim(wishes.of(BookingPath.STAFF, asked, by.get(), service.get(), facts, run.at()), run))),
                BookingPath.STAFF, booking.student(), service.get(), booking.start());
    }

    private Optional<Refused> mayBeBookedFor(Actor person, AccountId student) {
        if (student.equals(person.id())) {
            return Optional.of(Refused.because(BookingRuleId.NOT_FOR_ONESELF));
        }
        return accounts.isActiveStudent(student) ? Optional.empty() : Optional.of(Refused.because(BookingRuleId.NOT_A_STUDENT));
    }

    private BookingOutcome offeringOthers(BookingOutcome outcome, BookingPath path, AccountId student, ServiceInfo service,
                                          Instant start) {
        return Offers.with(outcome, () -> {
            boards.rereadFor(actor.get().id(), service, start);
            return search.nearestFree(service, start, student, path);
        });
    }

    /** The student their own; a mentor those of their services, and an admin any, with a reason (DESIGN.md section 9). */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public BookingOutcome cancel(Decision.Cancel cancel, CommandKey key) {
        Actor person = actor.get();
        return decisions.run(cancel, key, booking -> owner(person, booking), BookingStatus.CANCELLED, (booking, at) -> {
            boolean own = owner(person, booking).filter(by -> by.role() == Role.STUDENT).isPresent();
            return booking.mayMove(at).or(() -> own ? BookingRules.pastCancelDeadline(catalogue.newest(booking.service()),
                            booking.startsAt(), at) : Optional.empty())
                    .or(() -> booking.cancel(person.id(), at, cancel.reason()));
        });
    }

    /** The same people as for cancelling; the booking moves with its details, or stays exactly as it was. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public BookingOutcome reschedule(RescheduleBooking move, CommandKey key) {
        Actor person = actor.get();
        return Offers.with(moves.run(move, key, booking -> owner(person, booking)), () -> {
            boards.rereadFor(person.id(), catalogue.current().service(bookings.findById(move.booking().value()).orElseThrow().service()),
                    move.start());
            return Nearest.of(placesFor(move.booking()).stream(), move.start());
        });
    }

    /** The same people as for cancelling, before the start. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public BookingOutcome edit(EditBooking edit, CommandKey key) {
        Actor person = actor.get();
        return edits.run(edit, key, booking -> owner(person, booking));
    }

    /** The owner alone, of what a suspension or a closure cancelled; it stays cancelled. */
    @RolesAllowed("STUDENT")
    public BookingOutcome giveUp(GiveUp giveUp, CommandKey key) {
        Actor person = actor.get();
        return givingUp.run(giveUp, key, booking -> booking.student().equals(person.id()) ? person.asFirstOf(Role.STUDENT) : Optional.empty());
    }

    /** The student themselves, or staff of the service. */
    private Optional<By> owner(Actor person, Booking booking) {
        return booking.student().equals(person.id()) ? person.asFirstOf(Role.STUDENT, Role.ADMIN)
                : catalogue.current().service(booking.service()).asItsStaff(person);
    }

    /** All bookings of the person who asks, by start. */
    @PermitAll
    @Transactional(readOnly = true)
    public List<BookingDetails> mine() {
        return reader.details(bookings.findAllByStudentIdOrderByStartsAt(actor.get().id().value()));
    }

    /** One booking that the person may see: their own, those of a mentor's services, any for principals and admins. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<BookingDetails> find(BookingId id) {
        Actor person = actor.get();
        return bookings.findById(id.value()).filter(booking -> maySee(person, booking)).map(reader::details)
                .map(booking -> forEyesOf(person, booking));
    }

    /** The free slots to which the person who asks could move that booking, by start; none if it is not theirs to move. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<Slot> placesFor(BookingId id) {
        Actor person = actor.get();
        return bookings.findById(id.value()).filter(booking -> owner(person, booking).isPresent()).map(reader::details)
                .map(booking -> search.placesFor(booking, booking.student().equals(person.id()) && person.is(Role.STUDENT)
                        ? BookingPath.STUDENT : BookingPath.STAFF)).orElse(List.of());
    }

    private boolean maySee(Actor person, Booking booking) {
        return person.is(Role.PRINCIPAL) || owner(person, booking).isPresent();
    }

    /** A principal sees every booking; where its people meet is for those who meet, and admins. */
    private static BookingDetails forEyesOf(Actor person, BookingDetails booking) {
        return booking.student().equals(person.id()) || booking.service().asItsStaff(person).isPresent() ? booking : booking.withoutMeeting();
    }

    /**
     * The bookings that the person may see, the newest first: a principal's and an admin's are all, a mentor's those of their
     * services, a student's their own.
     *
     * @param after the last booking of the page before; null for the first page
     * @param most  at least 1
     */
    @PermitAll
    @Transactional(readOnly = true)
    public BookingPage page(@Nullable BookingId after, int most) {
        Actor person = actor.get();
        List<Booking> found = visible(person, after == null ? Long.MAX_VALUE : after.value(), Limit.of(most + 1));
        List<Booking> shown = found.subList(0, Math.min(most, found.size()));
        return new BookingPage(reader.details(shown).stream().map(booking -> forEyesOf(person, booking)).toList(), found.size() > most ? shown.getLast().id() : null);
    }

    private List<Booking> visible(Actor person, long before, Limit most) {
        long own = person.id().value();
        if (person.is(Role.PRINCIPAL) || person.is(Role.ADMIN)) {
            return bookings.findAllByIdLessThanOrderByIdDesc(before, most);
        }
        return catalogue.current().resourceOf(person.id()).filter(resource -> person.is(Role.MENTOR))
                .map(resource -> bookings.findAllOf(resource.id().value(), own, before, most))
                .orElseGet(() -> bookings.findAllByStudentIdAndIdLessThanOrderByIdDesc(own, before, most));
    }
}
