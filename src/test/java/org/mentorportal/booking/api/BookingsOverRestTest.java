package org.mentorportal.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Program;
import org.mentorportal.support.Program.Answer;
import org.mentorportal.support.Race;
import org.mentorportal.support.RestTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings over REST: by the same services, so by the same rules. */
class BookingsOverRestTest extends RestTest {

    @Autowired
    JdbcClient jdbc;

    private AccountInfo student;
    private AccountInfo principal;
    private ServiceInfo service;
    private Instant start;

    @BeforeEach
    void people() {
        student = school.student();
        principal = school.principal();
        service = school.service();
        start = school.in(1, "10:00");
    }

    private String asking(Instant moment) {
        return asking(moment, "practice");
    }

    private String asking(Instant moment, String purpose) {
        return "{'serviceId': " + service.id() + ", 'start': '" + written(moment) + "', 'purpose': '" + purpose + "', 'players': 2}";
    }

    @Test
    void x28UnseenCharactersAndMomentsOutOfAllCalendarsAreNoFaults() {
        Program program = programOf(student);
        assertThat(program.post(API + "bookings", asking(start, "team\\u0000 practice\\u202e")).at("/purpose")).isEqualTo("team practice");
        assertProblem(program.post(API + "bookings", asking(school.in(2, "10:00"), "\\u200b\\u202e")), 422, "purpose-needed");
        for (String moment : List.of("+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00+18:00", "9999-12-31T23:59:59Z", "0000-01-01T00:00:00Z")) {
            assertThat(program.post(API + "bookings", "{'serviceId': " + service.id() + ", 'start': '" + moment + "', 'purpose': 'practice'}").status())
                    .as(moment).isEqualTo(400);
        }
    }

    private static String booking(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return API + "bookings/" + answer.at("/id");
    }

    private int bookingsOfTheService() {
        return jdbc.sql("select count(*) from booking where service_id = ?").param(service.id().value()).query(Integer.class).single();
    }

    @Test
    void e7RestAStudentAsksForASlotAndReadsTheBooking() {
        Program program = programOf(student);
        Answer made = program.post(API + "bookings", asking(start));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("/" + booking(made));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.at("/status")).isEqualTo("PENDING");
        assertThat(made.at("/version")).isEqualTo("1");
        assertThat(made.at("/start")).isEqualTo(written(start));
        assertThat(made.at("/end")).isEqualTo(written(start.plus(Duration.ofHours(1))));
        assertThat(made.at("/student/name")).isEqualTo(student.displayName());
        assertThat(made.at("/players")).isEqualTo("2");
        Answer read = program.get(booking(made));
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(program.get(API + "bookings").at("/items/0/id")).isEqualTo(made.at("/id"));
    }

    @Test
    void x3V1533FieldsThatNobodyMayChooseAreRefused() {
        for (String field : List.of("'status': 'APPROVED'", "'requestedBy': 1", "'version': 7", "'seat': 2")) {
            Answer answer = programOf(student).post(API + "bookings", asking(start).replaceFirst("\\}$", ", " + field + "}"));
            assertThat(answer.status()).as(field + answer.text()).isEqualTo(400);
        }
        assertThat(bookingsOfTheService()).isZero();
    }

    @Test
    void a7AskingAgainForTheSameSlotReturnsTheBookingThatIsThere() {
        Program program = programOf(student);
        Answer first = program.post(API + "bookings", asking(start));
        Answer second = program.post(API + "bookings", asking(start));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(bookingsOfTheService()).isEqualTo(1);
    }

    @Test
    void e3SameKeyAndDataAreOneBookingAndTheSameAnswer() {
        Program program = programOf(student);
        Answer first = program.post(API + "bookings", asking(start), "Idempotency-Key", "k1");
        Answer again = program.post(API + "bookings", asking(start), "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(bookingsOfTheService()).isEqualTo(1);
    }

    @Test
    void e3SameKeyWithOtherDataIsRefused() {
        Program program = programOf(student);
        program.post(API + "bookings", asking(start), "Idempotency-Key", "k1");
        assertProblem(program.post(API + "bookings", asking(start, "something else"), "Idempotency-Key", "k1"), 422, "key-reused");
        assertThat(bookingsOfTheService()).isEqualTo(1);
    }

    @Test
    void e3SameKeyManyTimesAtOnceIsOneBookingAndOneAnswer() {
        Program program = programOf(student);
        Supplier<Answer> ask = () -> program.post(API + "bookings", asking(start), "Idempotency-Key", "k1");
        List<Answer> answers = Race.of(Stream.generate(() -> ask).limit(8).toList());
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
        assertThat(new HashSet<>(answers.stream().map(Answer::text).toList())).hasSize(1);
        assertThat(bookingsOfTheService()).isEqualTo(1);
    }

    @Test
    void e7RestWhoLosesARaceIsToldSoWithTheNearestFreeSlotsAndNoNames() {
        List<AccountInfo> students = school.students(12);
        List<Supplier<Answer>> racers = new ArrayList<>();
        students.forEach(racer -> {
            Program program = programOf(racer);
            racers.add(() -> program.post(API + "bookings", asking(start)));
        });
        List<Answer> answers = Race.of(racers);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).hasSize(11).allSatisfy(lost -> {
            assertProblem(lost, 409, "slot-taken");
            assertThat(lost.at("/rule")).isEqualTo("SLOT_TAKEN");
            assertThat(lost.at("/detail")).isEqualTo("This slot was just booked by another student. Please choose another time slot.");
            assertThat(lost.body().get("nearestFree")).hasSize(3);
            assertThat(lost.at("/nearestFree/1/start")).isEqualTo(written(start.minus(Duration.ofHours(1))));
            students.forEach(other -> assertThat(lost.text()).doesNotContain(other.displayName(), other.email()));
        });
        assertThat(bookingsOfTheService()).isEqualTo(1);
    }

    @Test
    void e7RestEveryRuleOfAStudentsRequestHoldsHereToo() {
        Program program = programOf(student);
        assertProblem(program.post(API + "bookings", asking(start.plusSeconds(60))), 422, "no-such-slot");
        assertProblem(program.post(API + "bookings", asking(start.minus(Duration.ofDays(2)))), 422, "slot-passed");
        assertProblem(program.post(API + "bookings", asking(school.in(60, "10:00"))), 422, "not-yet-open");
        assertProblem(program.post(API + "bookings", asking(start, " ")), 422, "purpose-needed");
        assertProblem(program.post(API + "bookings", asking(start, "x".repeat(301))), 422, "details-too-long");
        assertProblem(program.post(API + "bookings", asking(start).replace("'players': 2", "'players': 13")), 422, "too-many-players");
        assertProblem(program.post(API + "bookings", asking(start).replace("'serviceId': " + service.id(), "'serviceId': 1000000000")),
                404, "unknown-service");
        ServiceInfo elsewhere = school.service();
        desk.book(student, elsewhere, start);
        assertProblem(program.post(API + "bookings", asking(start)), 409, "own-booking-then");
        assertThat(bookingsOfTheService()).isZero();
    }

    @Test
    void e9FurthestAheadNamesItsNumberInBothLanguages() {
        for (var horizon : Map.of(0, List.of("on the day itself", "el mismo día"), 1, List.of("1 day ahead", "con 1 día de antelación"),
                5, List.of("5 days ahead", "con 5 días de antelación")).entrySet()) {
            service = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60).withHorizon(horizon.getKey(), LocalTime.NOON), 1);
            Program program = programOf(student);
            assertThat(program.post(API + "bookings", asking(school.in(9, "10:00"))).at("/detail")).startsWith("Booking opens on ")
                    .endsWith("12:00, " + horizon.getValue().getFirst() + ".");
            assertThat(program.post(API + "bookings", asking(school.in(9, "10:00")), "Accept-Language", "es").at("/detail"))
                    .startsWith("Las reservas se abren el ").endsWith("12:00, " + horizon.getValue().getLast() + ".");
        }
    }

    @Test
    void e7RestQuotasHoldHereToo() {
        service = school.service(new AddService(school.ground().id(), "Few", Timing.of(60), 1, 12, Approval.AUTOMATIC,
                Limits.none().withPerDay(1), School.allWeek("08:00", "20:00")));
        Program program = programOf(student);
        assertThat(program.post(API + "bookings", asking(start)).at("/status")).isEqualTo("APPROVED");
        assertProblem(program.post(API + "bookings", asking(start.plus(Duration.ofHours(1)))), 422, "one-per-day");
    }

    @Test
    void e7RestMentorAndAdminBookForAStudentAndOthersDoNot() {
        AccountInfo mentor = school.mentor();
        service = school.service(school.resourceOf(mentor), Approval.MENTOR);
        String forStudent = asking(start).replace("}", ", 'studentId': " + student.id() + "}");
        Answer made = programOf(mentor).post(API + "bookings", forStudent);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/status")).isEqualTo("APPROVED");
        assertThat(made.at("/bookedBy")).isEqualTo(mentor.displayName());
        assertThat(programOf(student).get(booking(made)).status()).isEqualTo(200);
        String later = asking(start.plus(Duration.ofHours(1))).replace("}", ", 'studentId': " + student.id() + "}");
        assertThat(programOf(school.admin()).post(API + "bookings", later).status()).isEqualTo(201);
        assertProblem(programOf(school.mentor()).post(API + "bookings", forStudent), 403, "not-your-service");
        assertProblem(programOf(school.student()).post(API + "bookings", forStudent), 403, "forbidden");
        assertProblem(programOf(principal).post(API + "bookings", asking(start)), 403, "forbidden");
        assertProblem(programOf(mentor).post(API + "bookings", asking(start).replace("}", ", 'studentId': " + principal.id() + "}")),
                422, "not-a-student");
    }

    @Test
    void e7RestWhatAStudentsOtherBookingIsStaysTheStudents() {
        AccountInfo mentor = school.mentor();
        ServiceInfo elsewhere = school.service();
        desk.book(student, elsewhere, start);
        service = school.service(school.resourceOf(mentor), Approval.MENTOR);
        String forStudent = asking(start).replace("}", ", 'studentId': " + student.id() + "}");
        String talk = booking(programOf(student).post(API + "bookings", asking(start.plus(Duration.ofHours(2)))));
        String there = "{'start': '" + written(start) + "', 'reason': 'The hall is needed'}";

        for (AccountInfo staff : List.of(mentor, school.admin())) {
            Program program = programOf(staff);
            for (Answer refused : List.of(program.post(API + "bookings", forStudent), program.post(talk + "/reschedule", there))) {
                assertProblem(refused, 409, "student-booked-then");
                assertThat(refused.at("/detail")).isEqualTo(student.displayName() + " has another booking then.");
                assertThat(refused.text()).doesNotContain(elsewhere.name(), elsewhere.resource().name());
                assertThat(refused.body().get("nearestFree")).hasSize(3);
            }
        }
        Answer own = programOf(student).post(talk + "/reschedule", there);
        assertProblem(own, 409, "own-booking-then");
        assertThat(own.at("/detail")).contains("you have " + elsewhere.name() + " on ");
    }

    @Test
    void approvingRejectingAndRevokingAreWhatTheyAreOnTheScreens() {
        Program decider = programOf(principal);
        String first = booking(programOf(student).post(API + "bookings", asking(start)));
        Answer approved = decider.post(first + "/approve", "");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.at("/status")).isEqualTo("APPROVED");
        assertThat(approved.header("ETag")).isEqualTo("\"2\"");
        assertThat(approved.at("/decidedBy")).isEqualTo(principal.displayName());
        assertThat(decider.post(first + "/approve", "{}").status()).as("again").isEqualTo(200);
        assertProblem(decider.post(first + "/reject", "{'reason': 'no'}"), 409, "not-pending");
        assertProblem(decider.post(first + "/revoke", "{}"), 422, "reason-needed");
        assertThat(decider.post(first + "/revoke", "{'reason': 'The ground is wet'}").at("/status")).isEqualTo("REVOKED");
        assertThat(programOf(student).get(first).at("/reason")).isEqualTo("The ground is wet");

        String second = booking(programOf(student).post(API + "bookings", asking(start)));
        assertThat(decider.post(second + "/reject", "{'reason': 'Too few players'}").at("/status")).isEqualTo("REJECTED");
        assertProblem(decider.post(second + "/revoke", "{'reason': 'x'}"), 409, "not-approved");
        assertProblem(programOf(student).post(second + "/approve", ""), 403, "forbidden");
    }

    @Test
    void x5NobodyDecidesAboutTheirOwn() {
        AccountInfo both = school.person(Role.STUDENT, Role.PRINCIPAL);
        String own = booking(programOf(both).post(API + "bookings", asking(start)));
        assertProblem(programOf(both).post(own + "/approve", ""), 403, "own-request");
    }

    @Test
    void cancellingFreesTheSlotAndARepeatIsTheSame() {
        Program program = programOf(student);
        String own = booking(program.post(API + "bookings", asking(start)));
        Answer cancelled = program.post(own + "/cancel", "", "Idempotency-Key", "c1");
        assertThat(cancelled.at("/status")).isEqualTo("CANCELLED");
        assertThat(program.post(own + "/cancel", "", "Idempotency-Key", "c1").text()).isEqualTo(cancelled.text());
        assertThat(program.post(own + "/cancel", "").status()).as("was so already").isEqualTo(200);
        assertThat(programOf(school.student()).post(API + "bookings", asking(start)).status()).isEqualTo(201);
        assertProblem(programOf(principal).post(own + "/cancel", "{'reason': 'x'}"), 403, "forbidden");
    }

    @Test
    void e5ReschedulingMovesToTheNewTimeOrLeavesTheBookingAsItWas() {
        Program program = programOf(student);
        String own = booking(program.post(API + "bookings", asking(start)));
        desk.book(school.student(), service, start.plus(Duration.ofHours(2)));
        Answer lost = program.post(own + "/reschedule", "{'start': '" + written(start.plus(Duration.ofHours(2))) + "'}");
        assertProblem(lost, 409, "slot-taken");
        assertThat(lost.body().get("nearestFree")).hasSize(3);
        assertThat(program.get(own).at("/start")).isEqualTo(written(start));
        assertThat(program.get(own).at("/version")).isEqualTo("1");

        assertProblem(program.post(own + "/reschedule", "{'start': '" + written(start.plus(Duration.ofHours(4))) + "', 'reason': '" + "x".repeat(301) + "'}"),
                422, "details-too-long");
        Answer moved = program.post(own + "/reschedule", "{'start': '" + written(start.plus(Duration.ofHours(4))) + "'}");
        assertThat(moved.at("/start")).isEqualTo(written(start.plus(Duration.ofHours(4))));
        assertThat(moved.header("ETag")).isEqualTo("\"2\"");
        assertProblem(program.post(own + "/reschedule", "{}"), 400, "bad-request");
        assertProblem(programOf(school.admin()).post(own + "/reschedule", "{'start': '" + written(start) + "'}"), 422, "reason-needed");
    }

    @Test
    void e4SecondOfTwoWhoEditIsToldWhoChangedWhat() {
        Program program = programOf(student);
        String own = booking(program.post(API + "bookings", asking(start)));
        AccountInfo admin = school.admin();
        assertThat(programOf(admin).patch(own, "{'players': 5}", "If-Match", "\"1\"").at("/players")).isEqualTo("5");

        Answer stale = program.patch(own, "{'purpose': 'another game'}", "If-Match", "\"1\"");
        assertProblem(stale, 412, "stale");
        assertThat(stale.at("/version")).isEqualTo("2");
        assertThat(stale.body().get("changes")).hasSize(1);
        assertThat(stale.at("/changes/0/who")).isEqualTo(admin.displayName());
        assertThat(stale.at("/changes/0/parts/0")).isEqualTo("PLAYERS");
        assertThat(stale.at("/changes/0/at")).isNotBlank();

        Answer edited = program.patch(own, "{'purpose': 'another game'}", "If-Match", "\"2\"");
        assertThat(edited.at("/purpose")).isEqualTo("another game");
        assertThat(edited.at("/players")).as("what is left out stays").isEqualTo("5");
        assertThat(edited.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void e3EditThatIsSentAgainIsTheSameAlthoughSomebodyChangedAnotherPartMeanwhile() {
        Program program = programOf(student);
        String own = booking(program.post(API + "bookings", asking(start)));
        Answer first = program.patch(own, "{'purpose': 'another game'}", "If-Match", "\"1\"", "Idempotency-Key", "e1");
        programOf(school.admin()).patch(own, "{'players': 5}", "If-Match", "\"2\"");
        Answer again = program.patch(own, "{'purpose': 'another game'}", "If-Match", "\"1\"", "Idempotency-Key", "e1");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void e3RepeatReadsItsFirstAnswerWhateverBecameOfTheBookingSince() {
        Program program = programOf(student);
        Program decider = programOf(school.principal());
        String later = "{'start': '" + written(start.plus(Duration.ofHours(4))) + "'}";
        Answer asked = program.post(API + "bookings", asking(start), "Idempotency-Key", "r1");
        String own = booking(asked);
        Answer edited = program.patch(own, "{'players': 5}", "If-Match", "\"1\"", "Idempotency-Key", "r2");
        Answer approved = decider.post(own + "/approve", "", "Idempotency-Key", "r3");
        Answer moved = program.post(own + "/reschedule", later, "Idempotency-Key", "r4");
        Answer rejected = decider.post(own + "/reject", "{'reason': 'Too few players'}", "Idempotency-Key", "r5");

        assertThat(program.post(API + "bookings", asking(start), "Idempotency-Key", "r1").text()).isEqualTo(asked.text());
        assertThat(program.patch(own, "{'players': 5}", "If-Match", "\"1\"", "Idempotency-Key", "r2").text()).isEqualTo(edited.text());
        assertThat(program.post(own + "/reschedule", later, "Idempotency-Key", "r4").text()).isEqualTo(moved.text());
        assertThat(decider.post(own + "/reject", "{'reason': 'Too few players'}", "Idempotency-Key", "r5").text()).isEqualTo(rejected.text());
        Answer again = decider.post(own + "/approve", "", "Idempotency-Key", "r3");
        for (String part : List.of("/status", "/version", "/start", "/end", "/players", "/decidedBy", "/decidedAt", "/reason")) {
            assertThat(again.at(part)).as(part).isEqualTo(approved.at(part));
        }
        assertThat(again.text()).as("the way to a session that there is no more is not told again").doesNotContain("SCHEDULED");
    }

    @Test
    void editNeedsTheVersionThatWasLookedAt() {
        Program program = programOf(student);
        String own = booking(program.post(API + "bookings", asking(start)));
        assertProblem(program.patch(own, "{'players': 5}"), 428, "precondition-required");
        assertProblem(program.patch(own, "{'players': 50}", "If-Match", "\"1\""), 422, "too-many-players");
        assertThat(program.patch(own, "{}", "If-Match", "\"1\"").status()).as("nothing to change").isEqualTo(200);
        assertThat(program.get(own).at("/version")).isEqualTo("1");
    }

    @Test
    void e4DecisionWithAVersionIsOnlyMadeOnThatVersion() {
        Program program = programOf(student);
        String own = booking(program.post(API + "bookings", asking(start)));
        program.patch(own, "{'players': 5}", "If-Match", "\"1\"");
        for (String action : List.of("approve", "reject")) {
            assertProblem(programOf(principal).post(own + "/" + action, "{'reason': 'x'}", "If-Match", "\"1\""), 412, "stale");
        }
        assertProblem(program.post(own + "/cancel", "", "If-Match", "\"1\""), 412, "stale");
        assertProblem(program.post(own + "/reschedule", "{'start': '" + written(start.plus(Duration.ofHours(1))) + "'}", "If-Match", "\"1\""),
                412, "stale");
        assertThat(programOf(principal).post(own + "/approve", "", "If-Match", "\"2\"").at("/status")).isEqualTo("APPROVED");
    }

    @Test
    void x1AnothersBookingIsAnsweredLikeAnUnknownOne() {
        BookingDetails others = desk.book(school.student(), service, start);
        Program program = programOf(student);
        String move = "{'start': '" + written(start.plus(Duration.ofHours(1))) + "'}";
        for (AccountInfo person : List.of(student, school.mentor())) {
            Program reader = programOf(person);
            assertSame(reader.get(API + "bookings/" + others.id()), reader.get(API + "bookings/1000000000"));
        }
        assertSame(program.post(API + "bookings/" + others.id() + "/cancel", ""), program.post(API + "bookings/1000000000/cancel", ""));
        assertSame(program.post(API + "bookings/" + others.id() + "/reschedule", move),
                program.post(API + "bookings/1000000000/reschedule", move));
        assertSame(program.patch(API + "bookings/" + others.id(), "{'players': 3}", "If-Match", "\"1\""),
                program.patch(API + "bookings/1000000000", "{'players': 3}", "If-Match", "\"1\""));
        assertThat(desk.statusOf(others)).isEqualTo(BookingStatus.PENDING);
    }

    private static void assertSame(Answer others, Answer unknown) {
        assertProblem(others, 404, "unknown-booking");
        assertThat(others.text()).isEqualTo(unknown.text());
    }

    @Test
    void everybodyListsWhatTheyMaySeePageByPage() {
        AccountInfo mentor = school.mentor();
        ServiceInfo talks = school.service(school.resourceOf(mentor), Approval.MENTOR);
        List<String> made = new ArrayList<>(IntStream.range(0, 5).mapToObj(n ->
                desk.book(student, talks, start.plus(Duration.ofHours(n))).id().toString()).toList());
        BookingDetails elsewhere = desk.book(school.student(), service, start);

        assertThat(listed(programOf(student), 2)).containsExactlyElementsOf(made.reversed());
        assertThat(listed(programOf(mentor), 2)).containsExactlyElementsOf(made.reversed());
        made.add(elsewhere.id().toString());
        assertThat(listed(programOf(principal), 100)).containsAll(made);
        assertThat(listed(programOf(school.admin()), 100)).containsAll(made);
        assertThat(listed(programOf(school.mentor()), 50)).isEmpty();
    }

    /** All ids, by pages of {@code limit}; none twice. */
    private static List<String> listed(Program program, int limit) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            Answer page = program.get(API + "bookings?limit=" + limit + (next.isEmpty() ? "" : "&after=" + next));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(page.body().get("items").size()).isLessThanOrEqualTo(limit);
            page.body().get("items").forEach(item -> ids.add(item.get("id").asString()));
            next = page.body().get("next").isNull() ? "" : page.at("/next");
        } while (!next.isEmpty());
        assertThat(Set.copyOf(ids)).hasSameSizeAs(ids);
        return ids;
    }

    @Test
    void x16PersonIsTakenFromTheTokenAndFromNothingElse() {
        String asOther = asking(start).replace("}", ", 'student': " + principal.id() + "}");
        assertProblem(programOf(student).post(API + "bookings", asOther), 400, "bad-request");
        assertThat(bookingsOfTheService()).isZero();
    }

    @Test
    void x18TextIsGivenBackAsItIsAndAsJson() {
        Answer made = programOf(student).post(API + "bookings", asking(start, "<script>alert(1)</script>"));
        assertThat(made.at("/purpose")).isEqualTo("<script>alert(1)</script>");
        assertThat(made.header("Content-Type")).isEqualTo("application/json");
        assertThat(made.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
