package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the log says of a command, step by step, and what it never says. */
@PortalTest
class CommandLogTest {

    private static final List<Logger> MODULES = Stream.of("command", "booking", "live")
            .map(module -> (Logger) LoggerFactory.getLogger("org.mentorportal." + module)).toList();

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    BookingService bookings;

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
                new EditBooking(booking.id(), 2, "another secret", 4, "secret"), CommandKey.fresh())))), "command", "live");
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
    void commandsDoNotShareAnId() {
        String one = linesOf(() -> ask(student)).getFirst().getMDCPropertyMap().get("command");
        assertThat(linesOf(() -> ask(student)).getFirst().getMDCPropertyMap().get("command")).isNotEqualTo(one);
    }
}
