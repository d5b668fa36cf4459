package org.mentorportal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.MakeToken;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Log;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.Program;
import org.mentorportal.support.School;
import org.mentorportal.support.Screen;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.support.Tour;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A student never learns who holds a slot, by whatever path; nor does the log. */
class PrivacyTest extends ScreenTest {

    private static final String NAME = "Quillon Zzyzxberg";

    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    AccessTokenService tokens;
    @Autowired
    RefusalWords refusals;
    @Autowired
    Formats formats;
    @Autowired
    Clock clock;
    @LocalServerPort
    int port;

    private String email = "";
    private AccountInfo holder;
    private AccountInfo other;
    private ServiceInfo ground;
    private ServiceInfo group;
    private Instant start;
    private BookingDetails booking;

    @BeforeEach
    void somebodyHoldsSlots() {
        email = "quillon" + System.nanoTime() + "@zzyzx.school";
        holder = school.named(NAME, email, Role.STUDENT);
        Mentoring.Scene scene = mentoring.scene();
        other = scene.student();
        mentoring.enrolled(scene.cycle(), holder, scene.mentor());
        ground = school.service();
        group = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60), 3);
        start = school.in(1, "10:00");
        booking = desk.book(holder, ground, start);
        desk.book(holder, scene.talk(), school.in(2, "10:00"));
        desk.book(holder, group, school.in(3, "10:00"));
        desk.book(other, group, school.in(3, "10:00"));
    }

    private void assertSilent(String what, String text) {
        assertThat(text).as(what).doesNotContainIgnoringCase(NAME, "Zzyzx", "Quillon", email);
    }

    @Test
    void otherStudentsNeverLearnWhoHoldsASlotByAnyPath() {
        List<String> read = new ArrayList<>();
        List<String> log = Log.during(() -> {
            screens(read);
            refusals(read);
            rest(read);
            calls(read);
        });
        read.forEach(text -> assertSilent("read", text));
        log.forEach(line -> assertSilent("log", line));
        assertThat(read).hasSizeGreaterThan(25);
        System.out.printf("PRIVACY %d screens, refusals, answers and pushes read by another student, %d lines logged: 0 name who holds the slot%n",
                read.size(), log.size());
    }

    @Test
    void theSearchWouldFindTheNameWhereItMayBeRead() {
        List<String> read = new ArrayList<>();
        visit(holder);
        Tour.ofAllScreens(List.of(), read::add);
        assertThat(read).anyMatch(text -> text.contains(NAME));
    }

    private void screens(List<String> read) {
        visit(other);
        for (String week : List.of(week(ground, start), week(group, school.in(3, "10:00")), week(ground, school.in(7, "10:00")))) {
            Screen.open(week);
            read.add(Screen.words());
        }
        Tour.ofAllScreens(List.of(), read::add);
    }

    private String week(ServiceInfo service, Instant when) {
        return "book/" + service.id() + "?week=" + formats.dayOf(when);
    }

    private void refusals(List<String> read) {
        for (BookingOutcome outcome : List.of(desk.ask(other, ground, start), desk.cancel(other, booking, ""), desk.move(other, booking, start))) {
            read.add(refusals.of(outcome.refusal().orElseThrow()) + outcome);
        }
        BookingDetails own = desk.book(other, ground, school.in(1, "12:00"));
        read.add(refusals.of(desk.move(other, own, start).refusal().orElseThrow()));
    }

    private void rest(List<String> read) {
        var made = (TokenOutcome.Made) school.as(other, () -> tokens.make(new MakeToken("a look", 1), CommandKey.fresh()));
        Program program = Program.with(port, made.secret().text());
        String period = "?from=" + LocalDate.now(clock) + "&to=" + LocalDate.now(clock).plusDays(7);
        for (String path : List.of("me", "services", "bookings", "sessions" + period, "enrolments", "services/" + ground.id() + "/slots" + period,
                "services/" + group.id() + "/slots" + period, "bookings/" + booking.id())) {
            read.add(program.get("api/v1/" + path).text());
        }
        read.add(program.post("api/v1/bookings", "{'serviceId': " + ground.id() + ", 'start': '" + start.atZone(clock.getZone()).toOffsetDateTime()
                + "', 'purpose': 'x', 'players': 1}").text());
        read.add(program.post("api/v1/bookings/" + booking.id() + "/cancel", "{'reason': 'x'}").text());
    }

    /** All that the server sends to a screen, and what it pushes when the holder books under the other's eyes. */
    private void calls(List<String> read) {
        WebClient client = new WebClient(port).signedIn(other.email(), School.PASSWORD);
        WebClient.Tab tab = client.open("book/" + ground.id());
        read.add(tab.text());
        desk.book(holder, ground, school.in(1, "15:00"));
        read.add(client.post(tab.path(), tab.call(), "Content-Type", "application/json").text());
        read.add(client.open("my-bookings").text());
        read.add(client.open("inbox").text());
    }
}
