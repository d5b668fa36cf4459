package org.mentorportal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mentorportal.MentorPortal;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.MakeToken;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.School;
import org.mentorportal.support.TestSetup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code ./portal bench booking}: whole bookings through the service beside bare one-row inserts, on the kept, durable
 * database. Its name keeps it out of {@code ./portal test}.
 */
@SpringBootTest(classes = MentorPortal.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"portal.data-dir=target/bench-data", "portal.demo=off", "portal.meeting.base-url=https://meet.test", "portal.base-url=https://portal.test", "portal.second-factor.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "portal.command.per-minute=1000000000",
            "portal.command.per-minute-staff=1000000000"})
@Import(TestSetup.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingBench {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("portal.bench.seconds", 4));
    private static final int ROUNDS = 3;
    private static final int STUDENTS_PER_CLIENT = 40;
    /** 07:00 to 23:00 by the half hour, on each of these days. */
    private static final int SLOTS_A_DAY = 32;
    private static final int DAYS = 398;

    @Autowired
    School school;
    @Autowired
    BookingService bookings;
    @Autowired
    CountedStatements statements;
    @Autowired
    AccessTokenService tokens;
    @LocalServerPort
    int port;
    @Autowired
    DataSource pool;
    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;
    /** For bare inserts: a connection for each client. Bookings have the portal's own pool, as it is. */
    private HikariDataSource bare;

    @Test
    void booking() throws SQLException {
        bareTable();
        List<Seat> seats = IntStream.range(0, 32).mapToObj(n -> new Seat()).toList();
        Seat contended = new Seat();
        seats.forEach(seat -> seat.book(0));
        for (int n = 0; n < 2; n++) { // until the compiler has done its work
            List<Seat> warm = IntStream.range(0, 8).mapToObj(client -> new Seat()).toList();
            Load.of(warm.size(), LENGTH.multipliedBy(7), client -> warm.get(client)::next);
        }
        List<String> trips = statements.ofThisThread(seats.getFirst()::next);
        say("BENCH one booking, its commit included: %d statements in %d round trips", CountedStatements.statementsIn(trips), trips.size());
        for (int clients : new int[] {1, 8, 32}) {
            lowContention(clients, seats);
        }
        for (int clients : new int[] {8, 32}) {
            highContention(clients, contended);
        }
        overHttp(seats.subList(0, 8));
    }

    /** Everybody books what nobody else wants; bare inserts in between, so that both see the same machine. */
    private void lowContention(int clients, List<Seat> seats) {
        List<Load.Result> bare = new ArrayList<>();
        List<Load.Result> whole = new ArrayList<>();
        long portal = 0;
        long postgres = 0;
        for (int n = 0; n < ROUNDS; n++) {
            int first = n * clients;
            bare.add(Load.of(clients, LENGTH, client -> this::insert));
            Cpu before = Cpu.now();
            whole.add(Load.of(clients, LENGTH, client -> seats.get((first + client) % seats.size())::next));
            Cpu round = Cpu.now().since(before);
            portal += round.portal();
            postgres += round.postgres();
        }
        assertThat(whole).allSatisfy(result -> assertThat(result.nanosByAnswer()).containsOnlyKeys("Done"));
        int made = whole.stream().mapToInt(result -> result.count("Done")).sum();
        var used = new Cpu(portal, postgres);
        double inserts = bare.stream().mapToDouble(result -> result.perSecond("Done")).average().orElseThrow();
        double booked = whole.stream().mapToDouble(result -> result.perSecond("Done")).average().orElseThrow();
        say("BENCH %2d clients: %,6.0f bare inserts/s, %,6.0f bookings/s, ratio %.3f; bookings p50 %.1f ms, p99 %.1f ms; CPU per booking: Java %.2f ms, PostgreSQL %.2f ms",
                clients, inserts, booked, booked / inserts, median(whole, 0.5), median(whole, 0.99), used.portalMillis(made), used.postgresMillis(made));
    }

    private static double median(List<Load.Result> results, double share) {
        return results.stream().mapToDouble(result -> result.percentile("Done", share)).sorted().toArray()[results.size() / 2];
    }

    /** All want the same slot, then all the next one. */
    private void highContention(int clients, Seat wanted) {
        var attempts = new AtomicInteger();
        Load.Result result = Load.of(clients, LENGTH.multipliedBy(2), n -> () -> {
            int attempt = attempts.getAndIncrement();
            return wanted.ask(attempt % clients, wanted.begun + attempt / clients);
        });
        wanted.begun += attempts.get() / clients + 1;
        say("BENCH %2d clients for one slot at a time: %,6.0f attempts/s; %d winners p50 %.1f ms, p99 %.1f ms; %d losers p50 %.1f ms, p99 %.1f ms; %s",
                clients, attempts.get() / result.seconds(), result.count("Done"), result.percentile("Done", 0.5),
                result.percentile("Done", 0.99), result.count("SLOT_TAKEN"), result.percentile("SLOT_TAKEN", 0.5),
                result.percentile("SLOT_TAKEN", 0.99), result.nanosByAnswer().keySet());
        assertThat(result.nanosByAnswer().keySet()).isSubsetOf("Done", "SLOT_TAKEN");
    }

    /** The clients' own processor time is taken off: what is left is the portal's and its server's. */
    private void overHttp(List<Seat> seats) {
        seats.forEach(Seat::makeTokens);
        Load.of(seats.size(), LENGTH.multipliedBy(8), n -> seats.get(n)::nextOverHttp); // as above
        Cpu before = Cpu.now();
        Load.Result result = Load.of(seats.size(), LENGTH.multipliedBy(2), n -> seats.get(n)::nextOverHttp);
        Cpu used = Cpu.now().since(before);
        int made = result.count("201");
        say("BENCH %2d clients over HTTP: %,6.0f bookings/s, p50 %.1f ms, p99 %.1f ms; server CPU per booking %.2f ms (Java %.2f, PostgreSQL %.2f)",
                seats.size(), result.perSecond("201"), result.percentile("201", 0.5), result.percentile("201", 0.99),
                (used.portal() - result.clientNanos() + used.postgres()) / 1e6 / made, (used.portal() - result.clientNanos()) / 1e6 / made,
                used.postgresMillis(made));
        assertThat(result.nanosByAnswer()).containsOnlyKeys("201");
    }

    private void bareTable() throws SQLException {
        new JdbcTemplate(owner).execute("""
                create table if not exists bench_row (id bigint generated always as identity primary key, student bigint not null, at timestamptz not null, text text not null);
                grant insert on bench_row to portal_application""");
        bare = new HikariDataSource();
        HikariDataSource portals = pool.unwrap(HikariDataSource.class);
        bare.setJdbcUrl(portals.getJdbcUrl());
        bare.setUsername(portals.getUsername());
        bare.setPassword(portals.getPassword());
        bare.setMaximumPoolSize(32);
    }

    @AfterAll
    void closeBare() {
        bare.close();
    }

    private String insert() {
        new JdbcTemplate(bare).update("insert into bench_row (student, at, text) values (?, now(), ?)", 1L, "practice");
        return "Done";
    }

    /** A service on a ground of its own, and the students who book it in turn. */
    private final class Seat {

        private final ServiceInfo service = school.service(new AddService(school.ground().id(), "Bench", Timing.of(30).withHorizon(400, LocalTime.MIDNIGHT),
                1, 12, Approval.PRINCIPAL, Limits.none(), School.allWeek("07:00", "23:00")));
        private final List<AccountInfo> students = school.students(STUDENTS_PER_CLIENT);
        private List<String> secrets = List.of();
        private int begun = 1;

        String next() {
            return book(begun++);
        }

        String book(int number) {
            return ask(number % STUDENTS_PER_CLIENT, number);
        }

        private Instant start(int number) {
            if (number >= SLOTS_A_DAY * DAYS) {
                throw new IllegalStateException("all " + number + " slots are booked: make the bench shorter");
            }
            return school.in(1 + number / SLOTS_A_DAY, "07:00").plus(Duration.ofMinutes(30L * (number % SLOTS_A_DAY)));
        }

        void makeTokens() {
            secrets = students.stream().map(student -> school.as(student, () -> ((TokenOutcome.Made) tokens.make(new MakeToken("bench", 1),
                    CommandKey.fresh())).secret().text())).toList();
        }

        /** By a plain blocking client, whose work is all in its own thread. */
        String nextOverHttp() {
            int number = begun++;
            byte[] body = "{\"serviceId\": %s, \"start\": \"%s\", \"purpose\": \"practice\", \"players\": 1}".formatted(service.id(), start(number))
                    .getBytes(StandardCharsets.UTF_8);
            try {
                var call = (HttpURLConnection) URI.create("http://localhost:" + port + "/api/v1/bookings").toURL().openConnection();
                call.setDoOutput(true);
                call.setRequestProperty("Content-Type", "application/json");
                call.setRequestProperty("Authorization", "Bearer " + secrets.get(number % STUDENTS_PER_CLIENT));
                call.getOutputStream().write(body);
                int status = call.getResponseCode();
                try (InputStream answer = status < 400 ? call.getInputStream() : call.getErrorStream()) {
                    answer.readAllBytes();
                }
                return Integer.toString(status);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String ask(int student, int number) {
            Instant start = start(number);
            BookingOutcome outcome = school.as(students.get(student), () ->
                    bookings.request(new RequestBooking(service.id(), start, "practice", 1, ""), CommandKey.fresh()));
            return outcome instanceof BookingOutcome.NotDone no ? no.why().rule().name() : outcome.getClass().getSimpleName();
        }
    }

    private static void say(String line, Object... arguments) {
        System.out.println(String.format(Locale.UK, line, arguments));
    }
}
