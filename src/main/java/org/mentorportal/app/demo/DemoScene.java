package org.mentorportal.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;

/** A student asks for the first slot that can be had from a day on, and later it is decided about. */
final class DemoScene {

    private static final int LOOK_AHEAD = 10;

    private final int number;
    private final DemoScript script;
    private final DemoPeople people;
    private final ServiceInfo service;
    private final String purpose;
    private final DemoDesk desk;
    private final DemoDays days;
    private Optional<BookingId> booking = Optional.empty();

    DemoScene(int number, DemoScript script, DemoPeople people, ServiceInfo service, String purpose, DemoDesk desk, DemoDays days) {
        this.number = number;
        this.script = script;
        this.people = people;
        this.service = service;
        this.purpose = purpose;
        this.desk = desk;
        this.days = days;
    }

    Stream<DemoAct> acts() {
        var asks = new DemoAct(moment(script.asks(), "09:20", Duration.ofMinutes(90)), this::ask);
        return switch (script.then()) {
            case "stay" -> Stream.of(asks);
            case "revoke" -> Stream.of(asks, decision(script.asks(), Decision.Approve::new), decision(decisionDay(), this::decision));
            default -> Stream.of(asks, decision(decisionDay(), this::decision));
        };
    }

    private int decisionDay() {
        return Objects.requireNonNull(script.on(), script::then);
    }

    private DemoAct decision(int day, Function<BookingId, Decision> of) {
        return new DemoAct(moment(day, "12:40", Duration.ofMinutes(45)), at -> booking.map(of).ifPresent(
                decision -> desk.decide(person(decision), decision, at)));
    }

    /** Each scene a minute after the one before; what happens today has just happened, at whatever hour the portal starts. */
    private Instant moment(int day, String time, Duration ago) {
        return (day == 0 ? days.now().minus(ago) : days.at(day, time)).plusSeconds(60L * number);
    }

    private void ask(Instant at) {
        LocalDate wanted = days.schoolDay(script.from());
        LocalDate earliest = days.day(Math.max(script.asks(), Objects.requireNonNullElse(script.on(), script.asks())) + 1);
        LocalDate from = wanted.isBefore(earliest) ? earliest : wanted;
        booking = from.datesUntil(from.plusDays(LOOK_AHEAD)).flatMap(day -> slots(day).stream())
                .flatMap(slot -> desk.request(student(), request(slot), at).stream()).findFirst().map(BookingDetails::id);
    }

    private RequestBooking request(Slot slot) {
        return new RequestBooking(service.id(), slot.start(), purpose, Math.max(1, service.players() - 2), "");
    }

    /** Each scene prefers another hour. */
    private List<Slot> slots(LocalDate day) {
        var slots = new ArrayList<>(Slots.on(day, service, days.zone()));
        Collections.rotate(slots, number);
        return slots;
    }

    private Decision decision(BookingId id) {
        String words = script.words();
        return switch (script.then()) {
            case "approve" -> new Decision.Approve(id, words);
            case "reject" -> new Decision.Reject(id, words);
            case "revoke" -> new Decision.Revoke(id, words);
            default -> new Decision.Cancel(id, words);
        };
    }

    /** Who cancels without a word is the student. */
    private AccountInfo person(Decision decision) {
        return decision instanceof Decision.Cancel cancel && cancel.reason().isEmpty() ? student() : people.decider(service);
    }

    private AccountInfo student() {
        return people.get(script.student());
    }
}
