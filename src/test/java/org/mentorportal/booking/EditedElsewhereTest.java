package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E7: what another node changed of a service binds the next command here, whatever this node has in memory. */
@PortalTest
class EditedElsewhereTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    BookingService bookings;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    JdbcClient jdbc;

    private AccountInfo student;
    private AccountInfo mentor;
    private ServiceInfo service;
    private BookingDetails booking;

    @BeforeEach
    void bookingOfAServiceThatThisNodeKnows() {
        student = school.student();
        mentor = school.mentor();
        service = school.service(new AddService(school.resourceOf(mentor).id(), "Talk", Timing.of(60), 1, 12, Approval.MENTOR,
                Limits.none(), School.allWeek("08:00", "20:00")));
        booking = desk.book(student, service, school.in(2, "10:00"));
        assertThat(catalogue.current().service(service.id())).isEqualTo(service);
    }

    @AfterEach
    void asItsTrailKnowsIt() {
        jdbc.sql("update service set cancel_deadline = 0, players = 12, approval = 'MENTOR', version = 1 where id = ?")
                .param(service.id().value()).update();
    }

    private void elsewhere(String change) {
        jdbc.sql("update service set %s, version = 2 where id = ?".formatted(change)).param(service.id().value()).update();
    }

    @Test
    void e7NewCancelDeadlineBindsWhoCancelsAndMoves() {
        elsewhere("cancel_deadline = 4320");
        assertThat(refusal(desk.cancel(student, booking, ""))).isEqualTo(BookingRuleId.CANCEL_TOO_LATE);
        assertThat(refusal(desk.move(student, booking, school.in(5, "10:00")))).isEqualTo(BookingRuleId.CANCEL_TOO_LATE);
        done(desk.cancel(mentor, booking, "I am away that day"));
    }

    @Test
    void e7NewCancelDeadlineBindsAMoveThatIsTheFirstToMeetIt() {
        elsewhere("cancel_deadline = 4320");
        assertThat(refusal(desk.move(student, booking, school.in(5, "10:00")))).isEqualTo(BookingRuleId.CANCEL_TOO_LATE);
    }

    @Test
    void e7LowerLimitOfPlayersBindsWhoEdits() {
        elsewhere("players = 2");
        assertThat(refusal(school.as(student, () -> bookings.edit(new EditBooking(booking.id(), 1, "practice", 3, ""), CommandKey.fresh()))))
                .isEqualTo(BookingRuleId.TOO_MANY_PLAYERS);
    }

    @Test
    void lowerLimitOfPlayersLeavesThoseThatThereAreAsTheyAre() {
        done(edited("practice", 5));
        elsewhere("players = 2");
        done(edited("another purpose", 5));
        BookingDetails moved = done(desk.move(student, booking, school.in(5, "10:00")));
        assertThat(moved.players()).isEqualTo(5);
        assertThat(refusal(edited("another purpose", 6))).isEqualTo(BookingRuleId.TOO_MANY_PLAYERS);
        done(edited("another purpose", 2));
    }

    private BookingOutcome edited(String purpose, int players) {
        int version = school.as(student, () -> bookings.find(booking.id())).orElseThrow().version();
        return school.as(student, () -> bookings.edit(new EditBooking(booking.id(), version, purpose, players, ""), CommandKey.fresh()));
    }

    @Test
    void e7OtherApproverBindsWhoDecides() {
        elsewhere("approval = 'PRINCIPAL'");
        assertThat(refusal(desk.approve(mentor, booking))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
        done(desk.approve(school.principal(), booking));
    }
}
