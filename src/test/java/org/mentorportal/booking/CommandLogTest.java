package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the log says of a command, step by step, and what it never says. */
@PortalTest
class CommandLogTest {

    private static final List<Logger> MODULES = Stream.of("command", "booking", "live", "audit")
            .map(module -> (Logger) LoggerFactory.getLogger("org.mentorportal." + module)).toList();

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    BookingService bookings;
    @Autowired
    ClosureService closures;
    @Autowired
    RetirementService retirement;
    @Autowired
    SlotBoards boards;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private AccountInfo student;
    private AccountInfo principal;
    private ServiceInfo service;

    @BeforeEach
    void listen() {
        student = school.student();
        principal = school.principal();
        service = school.service(school.ground(), Approval.PRINCIPAL);
        MODULES.forEach(module -> {
            module.setLevel(Level.DEBUG);
            module.addAppender(lines);
        });
        lines.start();
    }

    @AfterEach
    void listenNoMore() {
        MODULES.forEach(module -> {
            module.detachAppender(lines);
            module.setLevel(null);
        });
    }

    /** The lines of this thread: others read boards meanwhile. */
    private List<ILoggingEvent> linesOf(Supplier<?> work) {
        lines.list.clear();
        work.get();
        return List.copyOf(lines.list).stream().filter(line -> line.getThreadName().equals(Thread.currentThread().getName())).toList();
    }

    private BookingOutcome ask(AccountInfo person) {
        return school.as(person, () -> bookings.request(new RequestBooking(service.id(), school.in(2, "10:00"), "secret purpose", 3,
                "secret contact"), CommandKey.fresh()));
    }

    private void assertStepsOfOneCommand(List<ILoggingEvent> steps, String... modules) {
        assertThat(steps).extracting(line -> line.getLoggerName().split("\\.")[2]).contains(modules);
        assertThat(steps).extracting(line -> line.getMDCPropertyMap().get("command")).doesNotContainNull().containsOnly(
                steps.getFirst().getMDCPropertyMap().get("command"));
        assertThat(UUID.fromString(steps.getFirst().getMDCPropertyMap().get("command"))).isNotNull();
        assertThat(steps).extracting(ILoggingEvent::getFormattedMessage).allSatisfy(line -> assertThat(line.toLowerCase())
                .doesNotContain("secret", "practice", "@", student.displayName().toLowerCase(), principal.displayName().toLowerCase(),
                        service.name().toLowerCase()));
    }

    @Test
    void everyStepOfACommandCarriesItsIdAndNothingPersonal() {
        assertStepsOfOneCommand(linesOf(() -> done(ask(student))), "command", "booking", "live");
        BookingDetails booking = school.as(student, bookings::mine).getFirst();
        assertStepsOfOneCommand(linesOf(() -> done(desk.approve(principal, booking))), "command", "booking", "live");
        assertStepsOfOneCommand(linesOf(() -> done(school.as(student, () -> bookings.edit(
                new EditBooking(booking.id(), 2, "another secret", 4, "secret"), CommandKey.fresh())))), "command", "booking", "live");
        assertStepsOfOneCommand(linesOf(() -> done(desk.move(student, booking, school.in(3, "10:00")))), "command", "booking", "live");
        assertStepsOfOneCommand(linesOf(() -> done(desk.reject(principal, booking, "a secret reason"))), "command", "booking", "live");
    }

    @Test
    void lossIsLoggedByItsRule() {
        done(ask(school.student()));
        List<ILoggingEvent> steps = linesOf(() -> refusal(ask(student)));
        assertStepsOfOneCommand(steps, "command", "booking");
        assertThat(steps).extracting(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.contains("SLOT_TAKEN"));
    }

    @Test
    void whatIsRefusedOrChangesNothingSaysOfWhichBookingAndWhy() {
        BookingDetails booking = done(ask(student));
        done(desk.approve(principal, booking));

        AccountInfo stranger = school.student();
        assertTold(linesOf(() -> desk.cancel(stranger, booking, "")), "booking " + booking.id() + ": not there, or not theirs", "UNKNOWN_BOOKING");
        assertTold(linesOf(() -> desk.approve(principal, booking)), "booking " + booking.id() + ": APPROVED already", "AlreadySo");
        assertTold(linesOf(() -> school.as(student, () -> bookings.cancel(new Decision.Cancel(booking.id(), "", 1), CommandKey.fresh()))),
                "booking " + booking.id() + ": version 1 was seen, it has 2", "Stale");
        assertTold(linesOf(() -> desk.revoke(principal, booking, "")), "REASON_NEEDED");
    }

    @Test
    void whatIsWrittenLastIsSaid() {
        BookingDetails[] booking = new BookingDetails[1];
        List<ILoggingEvent> steps = linesOf(() -> booking[0] = done(ask(student)));
        assertTold(steps, "receipt: DONE " + booking[0].id() + " PENDING, version 1", "2 rows of the trail, the inbox and the receipt, then the commit");
    }

    @Test
    void whatCancelsOrBringsBackManySaysOfEach() {
        BookingDetails closed = done(ask(student));
        BookingDetails later = desk.book(student, service, school.in(3, "10:00"));
        AccountInfo admin = school.admin();
        var closure = new CloseResource(service.resource().id(), school.in(2, "09:00"), school.in(2, "12:00"), "a secret reason");
        ClosureOutcome.Closed[] made = new ClosureOutcome.Closed[1];

        List<ILoggingEvent> closing = linesOf(() -> made[0] = (ClosureOutcome.Closed) school.as(admin, () -> closures.close(closure, CommandKey.fresh())));
        ClosureId id = made[0].closure().id();
        assertTold(closing, "booking " + closed.id() + ": PENDING to CANCELLED", "closure " + id + " made, 1 bookings cancelled");
        assertTold(linesOf(() -> school.as(admin, () -> closures.lift(new LiftClosure(id, true), CommandKey.fresh()))),
                "booking " + closed.id() + " is back on seat 1", "closure " + id + " lifted", "1 of 1 back");
        school.as(admin, () -> closures.close(closure, CommandKey.fresh()));
        assertTold(linesOf(() -> done(school.as(student, () -> bookings.giveUp(new GiveUp(closed.id()), CommandKey.fresh())))),
                "booking " + closed.id() + " given up");
        assertTold(linesOf(() -> school.as(admin, () -> retirement.retire(new RetireService(service.id(), service.version(),
                RetireService.LiveBookings.CANCEL, "another secret"), CommandKey.fresh()))),
                "booking " + later.id() + ": PENDING to CANCELLED", "service " + service.id() + " retired", "1 bookings of it cancelled");
    }

    @Test
    void suspensionAndItsEndSayWhatBecameOfEachBooking() {
        Mentoring.Scene scene = mentoring.scene();
        BookingDetails booking = desk.book(scene.student(), scene.talk(), school.in(2, "10:00"));

        assertTold(linesOf(() -> mentoring.reprobated(scene)), "booking " + booking.id() + ": " + booking.status() + " to CANCELLED", "1 bookings cancelled");
        assertTold(linesOf(() -> mentoring.reactivated(scene)), "booking " + booking.id() + " is back on seat 1", "1 of 1 back");
    }

    /** On live's own threads, but under the id of the command that brought it about. */
    @Test
    void boardThatIsReadAndRedrawnSaysForWhichCommand() {
        BoardKey board = BoardKey.of(service.resource().id(), LocalDate.ofInstant(school.in(2, "10:00"), school.zone()));
        try (BoardWatch watch = school.as(student, () -> boards.watch(board, () -> { }))) {
            AccountInfo other = school.student();
            String command = linesOf(() -> done(ask(other))).getFirst().getMDCPropertyMap().get("command");
            String name = "board " + board.resource() + " " + board.monday();
            await().untilAsserted(() -> assertThat(List.copyOf(lines.list)).filteredOn(line -> command.equals(line.getMDCPropertyMap().get("command")))
                    .extracting(ILoggingEvent::getFormattedMessage).contains(name + " read, with the own bookings of 0", name + ": 1 screens told"));
        }
    }

    private void assertTold(List<ILoggingEvent> steps, String... parts) {
        assertStepsOfOneCommand(steps, "command");
        for (String part : parts) {
            assertThat(steps).extracting(ILoggingEvent::getFormattedMessage).anySatisfy(line -> assertThat(line).contains(part));
        }
    }

    @Test
    void commandsDoNotShareAnId() {
        String one = linesOf(() -> ask(student)).getFirst().getMDCPropertyMap().get("command");
        assertThat(linesOf(() -> ask(student)).getFirst().getMDCPropertyMap().get("command")).isNotEqualTo(one);
    }
}
