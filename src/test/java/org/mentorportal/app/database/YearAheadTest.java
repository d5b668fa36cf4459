package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.MakeToken;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.Program;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.support.Tour;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C1: a year passes, everything is looked at, the portal is started anew, and nothing has changed: only people change things. */
class YearAheadTest extends ScreenTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final List<String> TABLES = List.of("booking", "reservation", "warning", "suspension", "enrolment", "live_session",
            "participant", "closure", "cycle", "plan_entry", "inbox_message");
    private static final List<Integer> DAYS = Boolean.getBoolean("portal.long") ? List.of(0, 1, 2, 8, 30, 61, 90, 180, 366) : List.of(0, 30, 366);

    @Autowired
    Mentoring mentoring;
    @Autowired
    Desk desk;
    @Autowired
    ClosureService closures;
    @Autowired
    AccessTokenService tokens;
    @Autowired
    MovableClock movable;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PortalDatabase database;
    @LocalServerPort
    int port;

    private int answers;

    @AfterEach
    void today() {
        movable.putBack();
    }

    @Test
    void c1AYearPassesEveryScreenIsOpenedThePortalStartedAnewAndNoRowChanges() throws Exception {
        Map<AccountInfo, List<String>> people = aSchoolInWhichEverythingIsDue();
        Instant begin = clock.instant();
        Map<String, String> before = hashes();
        Set<String> opened = new TreeSet<>();
        Set<String> deadEnds = new TreeSet<>();
        Set<String> templates = new HashSet<>();
        int screens = 0;
        for (int days : DAYS) {
            movable.moveTo(begin.plus(Duration.ofDays(days)));
            for (Map.Entry<AccountInfo, List<String>> one : people.entrySet()) {
                try (Visit visit = visit(one.getKey())) {
                    templates.addAll(Tour.templates());
                    Tour.Seen shown = Tour.ofAllScreens(one.getValue());
                    screens += shown.opened().size();
                    opened.addAll(shown.opened());
                    shown.deadEnds().forEach(dead -> deadEnds.add(one.getKey().roles() + " " + dead));
                }
                readOverRest(one.getKey());
            }
            assertThat(hashes()).as(days + " days ahead").isEqualTo(before);
        }
        assertThat(opened).as("screens that somebody saw").containsExactlyInAnyOrderElementsOf(templates);

        Instant later = begin.plus(Duration.ofDays(367));
        assertThat(PortalVisit.at(later, environment())).containsExactly("health 200 at " + later.atZone(clock.getZone()).toLocalDate());
        Map<String, String> after = hashes();
        System.out.printf("YEAR %d screens opened (dead ends %s) and %d answers read at %d moments of a year, portal started anew: rows changed %s%n", screens, deadEnds, answers,
                DAYS.size(), TABLES.stream().collect(Collectors.toMap(table -> table, table -> after.get(table).equals(before.get(table)) ? 0
                        : "some",
                        (one, other) -> one, LinkedHashMap::new)));
        assertThat(after).isEqualTo(before);
    }

    /** People of each role, with the pages that are their own. */
    private Map<AccountInfo, List<String>> aSchoolInWhichEverythingIsDue() {
        Mentoring.Scene scene = mentoring.scene();
        mentoring.noShows(scene, 3);
        mentoring.past(scene, 5);
        desk.book(scene.student(), scene.training(), school.in(1, "09:00"));
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "09:00"));
        AccountInfo principal = school.principal();
        school.as(principal, () -> closures.close(new CloseResource(scene.training().resource().id(), school.in(4, "08:00"), school.in(5, "08:00"),
                "Works"),
                CommandKey.fresh()));
        Mentoring.Scene other = suspended(scene);
        String mentees = "mentees/";
        return Map.of(scene.student(), List.of("book/" + scene.talk().id(), meeting(talk)), other.student(), List.of(),
                scene.mentor(), List.of(mentees + scene.enrolment().id(), mentees + other.enrolment().id(), "book/" + scene.talk().id()),
                principal, List.of("invitation/nobodys"), scene.admin(), List.of(mentees + other.enrolment().id()));
    }

    private Mentoring.Scene suspended(Mentoring.Scene scene) {
        AccountInfo student = school.student();
        var other = new Mentoring.Scene(scene.admin(), scene.mentor(), student, scene.talk(), scene.training(), scene.cycle(),
                mentoring.enrolled(scene.cycle(), student, scene.mentor()));
        mentoring.noShow(other, 6);
        desk.book(student, scene.talk(), school.in(2, "11:00"));
        MentorshipOutcome.Suspended done = mentoring.reprobated(other);
        assertThat(done.cancelled()).isNotEmpty();
        return other;
    }

    private static String meeting(BookingDetails booking) {
        assertThat(booking.meeting()).isNotNull();
        return String.valueOf(booking.meeting().link()).replaceFirst("^/", "");
    }

    /** Every list there is. */
    private void readOverRest(AccountInfo person) {
        var made = school.as(person, () -> (TokenOutcome.Made) tokens.make(new MakeToken("a look", 1), CommandKey.fresh()));
        Program program = Program.with(port, made.secret().text());
        LocalDate today = LocalDate.now(clock);
        String period = "?from=" + today.minusDays(20) + "&to=" + today.plusDays(10);
        for (String path : List.of("me", "services", "bookings", "sessions" + period, "enrolments")) {
            Program.Answer answer = program.get("api/v1/" + path);
            assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
            answers++;
            if (path.equals("services") || path.equals("bookings") || path.equals("enrolments")) {
                firstOf(program, path, answer, period);
            }
        }
    }

    private void firstOf(Program program, String list, Program.Answer all, String period) {
        String id = all.at("/items/0/id");
        Collection<String> more = switch (list) {
            case "services" -> List.of("", "/slots" + period);
            case "enrolments" -> List.of("", "/reprobation-preview", "/reactivation-preview");
            default -> List.of("");
        };
        for (String path : id.isEmpty() ? List.<String>of() : more) {
            int status = program.get("api/v1/" + list + "/" + id + path).status();
            assertThat(status).as(list + path).isLessThan(500);
            answers++;
        }
    }

    /** Of each table whole: other tests' rows are not to change either. */
    private Map<String, String> hashes() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, table -> jdbc.sql(
                "select count(*) || ' rows ' || md5(string_agg(t::text, chr(10) order by t::text)) from " + table + " t").query(String.class).single()));
    }

    private Map<String, String> environment() {
        return Map.of("PORT", "0", "PORTAL_DEMO", "auto", "PORTAL_MEETING_BASE_URL", "https://meet.test",
                "PORTAL_BASE_URL", "https://portal.test", "PORTAL_SECOND_FACTOR_KEY", KEY, "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", PortalDatabase.APPLICATION, "SPRING_DATASOURCE_PASSWORD", database.passwords().application(),
                "SPRING_LIQUIBASE_USER", PortalDatabase.OWNER, "SPRING_LIQUIBASE_PASSWORD", database.passwords().owner());
    }
}
