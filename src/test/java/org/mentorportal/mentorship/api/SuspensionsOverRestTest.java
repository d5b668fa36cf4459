package org.mentorportal.mentorship.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.Program;
import org.mentorportal.support.Program.Answer;
import org.mentorportal.support.Race;
import org.mentorportal.support.RestTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Reprobation, unsubscribing and what ends them, over REST: by the same services, so by the same rules. */
class SuspensionsOverRestTest extends RestTest {

    private static final String BECAUSE = "{'reason': 'Three no-shows'}";

    @Autowired
    Mentoring mentoring;

    private Mentoring.Scene scene;
    private String path;
    private Program mentor;
    private Program admin;
    private Program mentee;

    @BeforeEach
    void enrolSomebody() {
        scene = mentoring.scene();
        path = API + "enrolments/" + scene.enrolment().id();
        mentor = programOf(scene.mentor());
        admin = programOf(scene.admin());
        mentee = programOf(scene.student());
    }

    private BookingDetails booked(int days) {
        return desk.book(scene.student(), scene.talk(), school.in(days, "10:00"));
    }

    private static List<String> parts(Answer answer, String list, String... parts) {
        return answer.body().get(list).valueStream().map(line -> Stream.of(parts).map(part -> line.get(part).asString(""))
                .reduce((one, other) -> one + " " + other).orElse("")).toList();
    }

    private static void assertDone(Answer answer, String status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/enrolment/status")).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo("\"" + answer.at("/enrolment/version") + "\"");
    }

    @Test
    void d1ReprobationCancelsWhatItsPreviewListed() {
        BookingDetails near = booked(3);
        BookingDetails far = booked(9);

        Answer preview = mentor.get(path + "/reprobation-preview");
        assertDone(preview, "ACTIVE");
        assertThat(parts(preview, "cancelled", "bookingId", "status")).containsExactly(near.id() + " APPROVED", far.id() + " APPROVED");
        Answer done = mentor.post(path + "/reprobate", BECAUSE);

        assertDone(done, "REPROBATED");
        assertThat(parts(done, "cancelled", "bookingId", "status", "start"))
                .containsExactly(near.id() + " CANCELLED " + written(near.start()), far.id() + " CANCELLED " + written(far.start()));
        assertThat(done.at("/enrolment/suspension/kind")).isEqualTo("REPROBATED");
        assertThat(done.at("/enrolment/suspension/reason")).isEqualTo("Three no-shows");
        assertThat(done.at("/enrolment/suspension/by")).isEqualTo(scene.mentor().displayName());
        assertThat(done.at("/enrolment/suspension/role")).isEqualTo("MENTOR");
        assertThat(done.body().has("already")).isFalse();
        assertThat(mentee.get(path).body()).as("the mentee sees the same").isEqualTo(done.body().get("enrolment"));
    }

    @Test
    void d1ReprobationNeedsAReason() {
        assertProblem(mentor.post(path + "/reprobate", ""), 422, "reason-needed");
        assertProblem(mentor.post(path + "/reprobate", "{'reason': ' '}"), 422, "reason-needed");
        assertProblem(mentor.post(path + "/reprobate", "{'reason': '" + "x".repeat(301) + "'}"), 422, "details-too-long");
        assertProblem(mentor.post(path + "/reprobate", "{'because': 'x'}"), 400, "bad-request");
        assertDone(mentor.get(path + "/reprobation-preview"), "ACTIVE");
    }

    @Test
    void e3SameKeyIsOneReprobationWithTheSameList() {
        booked(3);
        Answer first = mentor.post(path + "/reprobate", BECAUSE, "Idempotency-Key", "k1");
        Answer again = mentor.post(path + "/reprobate", BECAUSE, "Idempotency-Key", "k1");

        assertThat(first.body().get("cancelled")).hasSize(1);
        assertThat(again.text()).isEqualTo(first.text());
        assertProblem(mentor.post(path + "/reprobate", "{'reason': 'another'}", "Idempotency-Key", "k1"), 422, "key-reused");
        assertThat(desk.trailOf("enrolment", scene.enrolment().id().value())).hasSize(2);
    }

    @Test
    void d6ReprobatingTwiceChangesNothingAndSaysWhoDidItAndWhen() {
        booked(3);
        Answer first = mentor.post(path + "/reprobate", BECAUSE);
        Answer second = admin.post(path + "/reprobate", "{'reason': 'Another reason'}");

        assertDone(second, "REPROBATED");
        assertThat(second.at("/already/by")).isEqualTo(scene.mentor().displayName());
        assertThat(second.at("/already/at")).isEqualTo(first.at("/enrolment/suspension/since"));
        assertThat(second.body().has("cancelled")).isFalse();
        assertThat(second.body().get("enrolment")).isEqualTo(first.body().get("enrolment"));
        assertProblem(mentor.get(path + "/reprobation-preview"), 409, "already-reprobated");
    }

    @Test
    void d5ReactivationGivesTheListOfItsPreviewAndARepeatGivesItAgain() {
        AccountInfo other = school.student();
        mentoring.enrolled(scene.cycle(), other, scene.mentor());
        BookingDetails free = booked(3);
        BookingDetails let = booked(4);
        BookingDetails unwanted = booked(5);
        mentor.post(path + "/reprobate", BECAUSE);
        desk.book(other, scene.talk(), let.start());
        mentoring.giveUp(scene, unwanted);

        Answer preview = mentor.get(path + "/reactivation-preview");
        assertDone(preview, "REPROBATED");
        Answer done = mentor.post(path + "/reactivate", "", "Idempotency-Key", "k1");

        assertDone(done, "ACTIVE");
        assertThat(done.body().get("enrolment").get("suspension").isNull()).isTrue();
        assertThat(parts(done, "lines", "serviceId", "start", "verdict", "bookingId", "status")).containsExactly(
                scene.talk().id() + " " + written(free.start()) + " RESTORED " + free.id() + " APPROVED",
                scene.talk().id() + " " + written(let.start()) + " TAKEN " + let.id() + " ",
                scene.talk().id() + " " + written(unwanted.start()) + " GIVEN_UP " + unwanted.id() + " ");
        assertThat(preview.body().get("lines")).isEqualTo(done.body().get("lines"));
        assertThat(mentor.post(path + "/reactivate", "", "Idempotency-Key", "k1").text()).as("the same key").isEqualTo(done.text());
    }

    @Test
    void d6ReactivatingTwiceChangesNothingAndSaysSo() {
        BookingDetails booking = booked(3);
        mentor.post(path + "/reprobate", BECAUSE);
        Answer first = mentor.post(path + "/reactivate", "");
        Answer second = admin.post(path + "/reactivate", "");

        assertDone(second, "ACTIVE");
        assertThat(second.at("/already/by")).isEqualTo(scene.mentor().displayName());
        assertThat(second.body().has("lines")).isFalse();
        assertThat(second.body().get("enrolment")).isEqualTo(first.body().get("enrolment"));
        assertThat(desk.trailOf(booking)).hasSize(3);
    }

    @Test
    void d6TwoReactivationsAtOnceAreOneThatActsAndOneThatIsToldSo() {
        booked(3);
        mentor.post(path + "/reprobate", BECAUSE);

        List<Answer> answers = Race.of(List.of(() -> mentor.post(path + "/reactivate", ""), () -> admin.post(path + "/reactivate", "")));

        assertThat(answers).allSatisfy(answer -> assertDone(answer, "ACTIVE"));
        assertThat(answers).filteredOn(answer -> answer.body().has("lines")).singleElement()
                .satisfies(acted -> assertThat(parts(acted, "lines", "verdict")).containsExactly("RESTORED"));
        assertThat(answers).filteredOn(answer -> answer.body().has("already")).hasSize(1);
    }

    @Test
    void d8ReactivationOfASuspensionThatHasEndedLeavesTheOneThatHoldsAlone() {
        String first = mentor.post(path + "/reprobate", BECAUSE).at("/enrolment/suspension/id");
        mentor.post(path + "/reactivate", "{'suspensionId': " + first + "}");
        booked(3);
        mentor.post(path + "/reprobate", BECAUSE);

        Answer late = mentor.post(path + "/reactivate", "{'suspensionId': " + first + "}");
        assertDone(late, "REPROBATED");
        assertThat(late.at("/already/by")).isEqualTo(scene.mentor().displayName());
        assertDone(mentor.post(path + "/reactivate", ""), "ACTIVE");
    }

    @Test
    void d7MenteeUnsubscribesAndComesBackByThemselves() {
        BookingDetails booking = booked(3);
        Answer gone = mentee.post(path + "/unsubscribe", "");
        assertDone(gone, "UNSUBSCRIBED");
        assertThat(parts(gone, "cancelled", "bookingId")).containsExactly(booking.id().toString());
        assertThat(gone.at("/enrolment/suspension/role")).isEqualTo("STUDENT");
        assertProblem(mentor.post(path + "/reactivate", ""), 409, "already-unsubscribed");
        assertProblem(mentor.get(path + "/reprobation-preview"), 409, "already-unsubscribed");
        assertThat(parts(mentee.get(path + "/reactivation-preview"), "lines", "verdict")).containsExactly("RESTORED");
        Answer back = mentee.post(path + "/resubscribe", "");
        assertDone(back, "ACTIVE");
        assertThat(parts(back, "lines", "bookingId", "status")).containsExactly(booking.id() + " APPROVED");
    }

    @Test
    void d7WhoWasUnsubscribedByTheMentorCannotComeBackByThemselves() {
        assertProblem(mentor.post(path + "/unsubscribe", ""), 422, "reason-needed");
        assertDone(mentor.post(path + "/unsubscribe", "{'reason': 'Moved away'}"), "UNSUBSCRIBED");
        assertProblem(mentee.get(path + "/reactivation-preview"), 403, "forbidden");
        assertProblem(mentee.post(path + "/resubscribe", ""), 403, "resubscribe-by-staff");
        assertDone(mentor.post(path + "/resubscribe", ""), "ACTIVE");
    }

    @Test
    void whatIsNotSuspendedCannotBeReactivated() {
        assertProblem(mentor.get(path + "/reactivation-preview"), 409, "not-suspended");
        assertProblem(mentor.post(path + "/reactivate", ""), 409, "not-suspended");
        assertProblem(mentor.post(path + "/resubscribe", ""), 409, "not-suspended");
    }

    @Test
    void anotherMentorsMenteeIsNotThereAndTheMenteeMayNotDecideAboutThemselves() {
        List<String> acts = List.of("/reprobate", "/reactivate", "/unsubscribe", "/resubscribe");
        List<String> looks = List.of("/reprobation-preview", "/reactivation-preview");
        for (AccountInfo person : List.of(school.mentor(), school.student())) {
            Program other = programOf(person);
            acts.forEach(act -> assertProblem(other.post(path + act, ""), 404, "unknown-enrolment"));
            looks.forEach(look -> assertProblem(other.get(path + look), 404, "unknown-enrolment"));
        }
        Program principal = programOf(school.principal());
        acts.forEach(act -> assertProblem(principal.post(path + act, ""), 403, "forbidden"));
        assertProblem(mentee.post(path + "/reprobate", BECAUSE), 403, "forbidden");
        assertProblem(mentee.get(path + "/reprobation-preview"), 403, "forbidden");
        mentor.post(path + "/reprobate", BECAUSE);
        assertProblem(mentee.post(path + "/reactivate", ""), 403, "forbidden");
        assertProblem(mentee.post(path + "/unsubscribe", ""), 409, "already-reprobated");
        assertProblem(mentee.get(path + "/reactivation-preview"), 403, "forbidden");
        assertThat(mentor.get(path).at("/status")).isEqualTo("REPROBATED");
    }
}
