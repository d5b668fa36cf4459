package org.mentorportal.session.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Program;
import org.mentorportal.support.Program.Answer;
import org.mentorportal.support.RestTest;

/** Sessions and marks over REST: by the same services, so by the same rules. */
class SessionsOverRestTest extends RestTest {

    private AccountInfo student;
    private AccountInfo mentor;
    private ServiceInfo talk;

    @BeforeEach
    void people() {
        student = school.student();
        mentor = school.mentor();
        talk = school.service(school.resourceOf(mentor), Approval.AUTOMATIC);
    }

    private static String attendance(BookingDetails booking) {
        return API + "bookings/" + booking.id() + "/attendance";
    }

    private static Answer delete(Program program, String path) {
        return program.call("DELETE", path, BodyPublishers.noBody());
    }

    private String sessions(Instant of) {
        LocalDate day = LocalDate.ofInstant(of, clock.getZone());
        return API + "sessions?from=" + day + "&to=" + day;
    }

    @Test
    void c2AMarkIsGivenTakenBackAndGivenAgain() {
        BookingDetails booking = desk.booked(student, talk, school.in(-1, "10:00"));
        Program program = programOf(mentor);

        Answer marked = program.post(attendance(booking), "{'mark': 'NO_SHOW'}");
        assertThat(marked.status()).as(marked.text()).isEqualTo(200);
        assertThat(marked.at("/mark")).isEqualTo("NO_SHOW");
        assertThat(marked.at("/markedBy")).isEqualTo(mentor.displayName());
        assertThat(marked.at("/markedAs")).isEqualTo("MENTOR");
        assertThat(program.post(attendance(booking), "{'mark': 'NO_SHOW'}").status()).isEqualTo(200);
        assertProblem(program.post(attendance(booking), "{'mark': 'ATTENDED'}"), 409, "already-marked");
        assertThat(delete(program, attendance(booking)).body().get("mark").isNull()).isTrue();
        assertThat(delete(program, attendance(booking)).status()).isEqualTo(200);
        assertThat(program.post(attendance(booking), "{'mark': 'ATTENDED'}").at("/mark")).isEqualTo("ATTENDED");
    }

    @Test
    void c2WhatCannotBeMarkedIsSaidWhy() {
        BookingDetails coming = desk.book(student, talk, school.in(2, "10:00"));
        BookingDetails past = desk.booked(student, talk, school.in(-1, "10:00"));

        assertProblem(programOf(mentor).post(attendance(coming), "{'mark': 'NO_SHOW'}"), 409, "not-ended");
        assertProblem(programOf(school.mentor()).post(attendance(past), "{'mark': 'NO_SHOW'}"), 404, "unknown-booking");
        assertProblem(programOf(student).post(attendance(past), "{'mark': 'ATTENDED'}"), 403, "forbidden");
        assertProblem(programOf(school.admin()).post(attendance(past), "{'mark': 'ATTENDED'}"), 422, "reason-needed");
        assertProblem(programOf(mentor).post(attendance(past), "{}"), 400, "bad-request");
        assertProblem(programOf(mentor).post(attendance(past), "{'mark': 'LATE'}"), 400, "bad-request");
    }

    @Test
    void c3AnAdminsReasonComesWithTheCall() {
        BookingDetails past = desk.booked(student, talk, school.in(-1, "10:00"));
        Program admin = programOf(school.admin());

        assertThat(admin.post(attendance(past), "{'mark': 'EXCUSED', 'reason': 'was ill'}").at("/markedAs")).isEqualTo("ADMIN");
        assertProblem(delete(admin, attendance(past)), 422, "reason-needed");
        assertThat(delete(admin, attendance(past) + "?reason=mistaken").status()).isEqualTo(200);
    }

    @Test
    void b2ApprovingAnswersWithTheLiveSessionTheFirstTimeAndEveryTimeAfter() {
        ServiceInfo asked = school.service(talk.resource(), Approval.MENTOR);
        BookingDetails booking = desk.book(student, asked, school.in(3, "10:00"));
        Program program = programOf(mentor);

        Answer first = program.post(API + "bookings/" + booking.id() + "/approve", "{}");
        Answer second = program.post(API + "bookings/" + booking.id() + "/approve", "{}");

        assertThat(first.at("/session/status")).isEqualTo("SCHEDULED");
        assertThat(first.at("/session/link")).matches(".*/[A-Za-z0-9_-]{22}");
        assertThat(second.body().get("session")).isEqualTo(first.body().get("session"));
    }

    @Test
    void whereOthersMeetIsNotForAPrincipalToRead() {
        BookingDetails booking = desk.book(student, talk, school.in(4, "10:00"));
        Program principal = programOf(school.principal());

        assertThat(principal.get(API + "bookings/" + booking.id()).text()).contains("\"id\":" + booking.id()).doesNotContain(booking.meeting().link());
        assertThat(principal.get(API + "bookings").text()).contains("\"id\":" + booking.id()).doesNotContain(booking.meeting().link());
        assertThat(programOf(student).get(API + "bookings/" + booking.id()).text()).contains(booking.meeting().link());
    }

    @Test
    void aMentorWhoIsAStudentTooSeesBothTheirSessionsAndThoseTheyGoTo() {
        AccountInfo both = school.person(Role.MENTOR, Role.STUDENT);
        ServiceInfo own = school.service(school.resourceOf(both), Approval.AUTOMATIC);
        BookingDetails held = desk.book(student, own, school.in(5, "10:00"));
        BookingDetails visited = desk.book(both, talk, school.in(5, "12:00"));

        Answer answer = programOf(both).get(sessions(held.start()));

        assertThat(answer.at("/items/0/participants/0/bookingId")).isEqualTo(held.id().toString());
        assertThat(answer.at("/items/1/participants/0/bookingId")).isEqualTo(visited.id().toString());
    }

    @Test
    void aStudentSeesOwnSessionsAMentorTheirsAndAnAdminAll() {
        BookingDetails booking = desk.book(student, talk, school.in(2, "10:00"));

        for (AccountInfo person : List.of(student, mentor)) {
            Answer answer = programOf(person).get(sessions(booking.start()));
            assertThat(answer.body().get("items")).as(answer.text()).hasSize(1);
            assertThat(answer.at("/items/0/participants/0/bookingId")).isEqualTo(booking.id().toString());
            assertThat(answer.at("/items/0/link")).isEqualTo(booking.meeting().link());
        }
        assertThat(programOf(school.student()).get(sessions(booking.start())).body().get("items")).isEmpty();
        assertThat(programOf(school.admin()).get(sessions(booking.start())).text()).contains(booking.meeting().link());
    }

    @Test
    void daysThatMakeNoSenseAreRefused() {
        Program program = programOf(mentor);

        assertProblem(program.get(API + "sessions?from=2026-02-02&to=2026-02-01"), 400, "bad-request");
        assertProblem(program.get(API + "sessions?from=2026-02-02&to=2026-03-31"), 400, "bad-request");
        assertProblem(program.get(API + "sessions?from=2026-02-02"), 400, "bad-request");
    }
}
