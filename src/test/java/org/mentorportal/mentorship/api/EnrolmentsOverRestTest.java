package org.mentorportal.mentorship.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.Program;
import org.mentorportal.support.Program.Answer;
import org.mentorportal.support.RestTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Enrolments and their weekly plans over REST: by the same services, so for the same people. */
class EnrolmentsOverRestTest extends RestTest {

    private static final String ENROLMENTS = API + "enrolments";

    @Autowired
    Mentoring mentoring;

    private Mentoring.Scene scene;
    private String path;

    @BeforeEach
    void enrolSomebody() {
        scene = mentoring.scene();
        path = ENROLMENTS + "/" + scene.enrolment().id();
    }

    private String days(int from, int to) {
        LocalDate today = LocalDate.now(clock);
        return "{'from': '" + today.plusDays(from) + "', 'to': '" + today.plusDays(to) + "'}";
    }

    private static List<String> parts(Answer answer, String list, String... parts) {
        return answer.body().get(list).valueStream().map(line -> Stream.of(parts).map(part -> line.get(part).asString(""))
                .reduce((one, other) -> one + " " + other).orElse("")).toList();
    }

    @Test
    void enrolmentIsReadByItsMenteeItsLeadMentorAndAdmins() {
        mentoring.noShow(scene, 3);
        Answer read = programOf(scene.mentor()).get(path);

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.at("/id")).isEqualTo(scene.enrolment().id().toString());
        assertThat(read.at("/status")).isEqualTo("ACTIVE");
        assertThat(read.at("/cycle/name")).isEqualTo(scene.cycle().name());
        assertThat(read.at("/cycle/lastDay")).isEqualTo(scene.cycle().lastDay().toString());
        assertThat(read.at("/student/name")).isEqualTo(scene.student().displayName());
        assertThat(read.at("/lead/id")).isEqualTo(scene.mentor().id().toString());
        assertThat(read.at("/warnings")).isEqualTo("1");
        assertThat(read.at("/limit")).isEqualTo("3");
        assertThat(read.header("ETag")).isEqualTo("\"" + read.at("/version") + "\"");
        assertThat(programOf(scene.student()).get(path).body()).isEqualTo(read.body());
        assertThat(programOf(scene.admin()).get(path).body()).isEqualTo(read.body());
    }

    @Test
    void enrolmentOfAnotherMentorsMenteeIsAnsweredLikeOneThatIsNot() {
        for (AccountInfo other : List.of(school.mentor(), school.student(), school.principal())) {
            assertProblem(programOf(other).get(path), 404, "unknown-enrolment");
        }
        assertProblem(programOf(scene.admin()).get(ENROLMENTS + "/1000000000"), 404, "unknown-enrolment");
        assertProblem(programOf(scene.admin()).get(ENROLMENTS + "/one"), 400, "bad-request");
        assertProblem(stranger().get(path), 401, "unauthorized");
    }

    @Test
    void enrolmentsAreListedForThoseWhomTheyConcernPageByPage() {
        mentoring.enrolled(scene.cycle(), school.student(), scene.mentor());
        Program mentor = programOf(scene.mentor());
        Answer all = mentor.get(ENROLMENTS);

        assertThat(ids(all)).hasSize(2).last().isEqualTo(scene.enrolment().id().toString());
        assertThat(all.body().get("next").isNull()).isTrue();
        Answer first = mentor.get(ENROLMENTS + "?limit=1");
        Answer second = mentor.get(ENROLMENTS + "?limit=1&after=" + first.at("/next"));
        assertThat(List.of(ids(first), ids(second))).containsExactly(List.of(ids(all).getFirst()), List.of(ids(all).getLast()));
        assertThat(second.body().get("next").isNull()).isTrue();
        assertThat(ids(programOf(scene.student()).get(ENROLMENTS))).containsExactly(scene.enrolment().id().toString());
        assertThat(ids(programOf(school.mentor()).get(ENROLMENTS))).isEmpty();
        assertThat(ids(programOf(scene.admin()).get(ENROLMENTS + "?limit=2"))).containsExactlyElementsOf(ids(all));
        assertProblem(mentor.get(ENROLMENTS + "?limit=101"), 400, "bad-request");
    }

    private static List<String> ids(Answer answer) {
        return parts(answer, "items", "id");
    }

    @Test
    void d4GeneratingFillsWhatIsEmptyAndARepeatHasTheSameList() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
        BookingDetails own = desk.book(scene.student(), scene.talk(), school.in(10, "15:00"));
        Program mentor = programOf(scene.mentor());

        Answer made = mentor.post(path + "/generate", days(0, 20), "Idempotency-Key", "fill");

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(parts(made, "lines", "start", "verdict", "status")).containsExactly(
                written(school.in(3, "10:00")) + " MADE APPROVED", written(school.in(10, "10:00")) + " DAY_HAS_BOOKING ",
                written(school.in(17, "10:00")) + " MADE APPROVED");
        assertThat(parts(made, "lines", "serviceId")).containsOnly(scene.talk().id().toString());
        assertThat(programOf(scene.student()).get(API + "bookings/" + made.at("/lines/0/bookingId")).at("/status")).isEqualTo("APPROVED");
        Answer again = mentor.post(path + "/generate", days(0, 20), "Idempotency-Key", "fill");
        assertThat(again.text()).as("the same key").isEqualTo(made.text());
        Answer second = mentor.post(path + "/generate", days(0, 20));
        assertThat(parts(second, "lines", "verdict")).as("a second call").hasSize(3).containsOnly("DAY_HAS_BOOKING");
        assertThat(desk.statusOf(own)).hasToString("APPROVED");
        assertProblem(mentor.post(path + "/generate", days(0, 21), "Idempotency-Key", "fill"), 422, "key-reused");
    }

    @Test
    void e7RestGeneratingSaysWhatIsWrongWithThePeriod() {
        Program mentor = programOf(scene.mentor());
        assertProblem(mentor.post(path + "/generate", days(5, 4)), 422, "fill-period");
        assertProblem(mentor.post(path + "/generate", days(61, 70)), 422, "fill-period");
        assertProblem(mentor.post(path + "/generate", "{'from': '+999999999-12-31', 'to': '-999999999-01-01'}"), 422, "fill-period");
        for (String wrong : List.of("{'to': '2026-02-02'}", "{'from': '2026-02-02'}", "{'from': 20486, 'to': 20487}", "{'from': [2026, 2, 2], 'to': [2026, 2, 3]}",
                "{'from': '2026-02-30', 'to': '2026-03-01'}", "{'from': '2026-02-02T00:00:00Z', 'to': '2026-03-01'}", "{}")) {
            assertProblem(mentor.post(path + "/generate", wrong), 400, "bad-request");
        }
    }

    @Test
    void d2WhileSuspendedNothingIsGenerated() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
        mentoring.reprobated(scene);
        assertProblem(programOf(scene.mentor()).post(path + "/generate", days(0, 20)), 422, "mentee-suspended");
    }

    @Test
    void generatingIsForTheLeadMentorAndAdmins() {
        assertProblem(programOf(school.mentor()).post(path + "/generate", days(0, 20)), 404, "unknown-enrolment");
        assertProblem(programOf(scene.student()).post(path + "/generate", days(0, 20)), 403, "forbidden");
        assertProblem(programOf(school.principal()).post(path + "/generate", days(0, 20)), 403, "forbidden");
        JsonNode lines = programOf(scene.admin()).post(path + "/generate", days(0, 20)).body().get("lines");
        assertThat(lines).as("no plan, nothing made").isEmpty();
    }
}
