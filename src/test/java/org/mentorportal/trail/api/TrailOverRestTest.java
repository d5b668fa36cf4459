package org.mentorportal.trail.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;

import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.support.Program;
import org.mentorportal.support.RestTest;

/** The trail over REST: by the same service, so for the same readers. */
class TrailOverRestTest extends RestTest {

    @Test
    void f1TrailOfABookingIsGivenInPages() {
        AccountInfo principal = school.principal();
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));
        done(desk.reject(principal, booking, "Floodlights are broken"));
        Program program = programOf(principal);

        Program.Answer newest = program.get(API + "trail?limit=1&subject=booking:" + booking.id());
        assertThat(newest.status()).as(newest.text()).isEqualTo(200);
        assertThat(newest.at("/items/0/said")).startsWith(principal.displayName() + " rejected ");
        assertThat(newest.at("/items/0/reason")).isEqualTo("Floodlights are broken");
        assertThat(newest.at("/items/0/role")).isEqualTo("PRINCIPAL");
        assertThat(newest.at("/items/0/subject")).isEqualTo("booking:" + booking.id());
        Program.Answer older = program.get(API + "trail?limit=1&subject=booking:" + booking.id() + "&after=" + newest.at("/next"));
        assertThat(older.at("/items/0/command")).isEqualTo("RequestBooking");
        assertThat(older.body().get("next").isNull()).isTrue();
    }

    @Test
    void unknownAndForeignSubjectsAreAnsweredAlike() {
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));
        Program stranger = programOf(school.student());

        assertProblem(stranger.get(API + "trail?subject=booking:" + booking.id()), 404, "not-found");
        assertThat(stranger.get(API + "trail?subject=booking:" + booking.id()).text())
                .isEqualTo(stranger.get(API + "trail?subject=booking:999999999").text());
        assertProblem(stranger.get(API + "trail?subject=booking"), 400, "bad-request");
        assertProblem(stranger.get(API + "trail?limit=201"), 400, "bad-request");
        assertProblem(stranger().get(API + "trail"), 401, "unauthorized");
    }
}
