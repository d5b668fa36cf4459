package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.link;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;

import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** A student looks at what became of their bookings, and gives one up. */
class MyBookingsTest extends BookingScreenTest {

    @Autowired
    MovableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    @Test
    void whoHasNoneIsToldWhereToBook() {
        visit(student).opens("my-bookings");
        assertThat(words()).contains("You have no bookings to come.");
        press("History");
        assertThat(words()).contains("Nothing here yet. Bookings move here once they are over or were ended.");
    }

    @Test
    void whatIsComingIsListedByItsStart() {
        desk.book(student, service, start.plus(Duration.ofHours(2)));
        desk.book(student, service, start);
        visit(student).opens("my-bookings");
        assertThat(words()).contains("Coming (2)");
        assertThat(rows()).extracting(row -> words(row)).satisfiesExactly(
                first -> assertThat(first).contains(span(start), service.name(), service.resource().name(), "practice",
                        "asked just now", "Pending approval"),
                second -> assertThat(second).contains(span(start.plus(Duration.ofHours(2)))));
    }

    @Test
    void nobodyElsesBookingsAreListed() {
        desk.book(school.student(), service, start);
        visit(student).opens("my-bookings");
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatWasApprovedByNobodyIsTrueAfterAMoveToo() {
        ServiceInfo open = school.service(school.ground(), Approval.AUTOMATIC);
        BookingDetails booking = desk.book(student, open, start);
        visit(student).opens("my-bookings");
        assertThat(words(row(open.name()))).contains("approved automatically, just now");
        desk.move(student, booking, start.plus(Duration.ofHours(1)));
        soon(() -> assertThat(words(row(open.name()))).contains(span(start.plus(Duration.ofHours(1))), "approved automatically, just now"));
    }

    @Test
    void a6AnApprovalIsSeenWithoutAReload() {
        BookingDetails booking = desk.book(student, service, start);
        visit(student).opens("my-bookings");
        desk.approve(principal, booking);
        soon(() -> assertThat(words(row(service.name()))).contains("Approved",
                "approved by " + principal.displayName() + ", just now"));
    }

    @Test
    void a6WhatWasRejectedOrRevokedIsHistoryWithItsReason() {
        desk.reject(principal, desk.book(student, service, start), "The ground is wet");
        BookingDetails approved = desk.book(student, service, start.plus(Duration.ofHours(1)));
        desk.approve(principal, approved);
        desk.revoke(principal, approved, "The league needs it");
        visit(student).opens("my-bookings");
        assertThat(words()).contains("Coming (0)", "You have no bookings to come.");
        press("History");
        assertThat(rows()).hasSize(2);
        assertThat(words(row("The ground is wet"))).contains("Rejected",
                "rejected by " + principal.displayName() + ", just now. Reason: The ground is wet");
        assertThat(words(row("The league needs it"))).contains("Revoked",
                "revoked by " + principal.displayName() + ", just now. Reason: The league needs it");
    }

    @Test
    void aLongHistoryIsDrawnInParts() {
        IntStream.range(0, 51).forEach(n -> desk.cancel(student, desk.book(student, service, start), ""));
        visit(student).opens("my-bookings");
        press("History");
        assertThat(rows()).hasSize(50);
        press("Show more (1 not shown)");
        assertThat(rows()).hasSize(51);
        press("Coming (0)");
        press("History");
        assertThat(rows()).as("from the beginning").hasSize(50);
    }

    @Test
    void a5CancellingAsksFirstThenFreesTheSlotOnEveryGrid() {
        BookingDetails booking = desk.book(student, service, start);
        Visit watching = visit(school.student()).opens("book/" + service.id() + "?week=" + formats.dayOf(start));
        assertThat(words(cell())).isEqualTo("Taken");
        visit(student).opens("my-bookings");
        press("Cancel…");
        assertThat(words(dialog())).contains("Cancel this booking?", service.name(), span(start),
                "The slot becomes free for others at once.");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        press("Cancel the booking");
        assertThat(notice()).isEqualTo("Booking cancelled. The slot is free again.");
        assertThat(rows()).isEmpty();
        press("History");
        assertThat(words(row(service.name()))).contains("Cancelled", "cancelled by " + student.displayName());
        watching.turns();
        soon(() -> assertThat(words(cell())).isEqualTo("Free Book"));
    }

    @Test
    void b5WhoCancelsAndBooksAnewMeetsInANewRoom() {
        ServiceInfo talk = school.service(school.resourceOf(school.mentor()), Approval.AUTOMATIC);
        String first = desk.book(student, talk, start).meeting().link();
        visit(student).opens("my-bookings");
        assertThat(link(row(talk.name()), "Join the meeting").getHref()).isEqualTo(first);
        press("Cancel…");
        press("Cancel the booking");

        desk.book(student, talk, start);

        soon(() -> assertThat(link(row(talk.name()), "Join the meeting").getHref()).isNotEqualTo(first));
    }

    @Test
    void whoKeepsTheBookingKeepsIt() {
        BookingDetails booking = desk.book(student, service, start);
        visit(student).opens("my-bookings");
        press("Cancel…");
        press("Keep it");
        _assertNoDialogs();
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        assertThat(words()).contains("Coming (1)");
    }

    @Test
    void cancellingInASecondTabSaysThatItWasCancelledBefore() {
        BookingDetails booking = desk.book(student, service, start);
        visit(student).opens("my-bookings");
        press("Cancel…");
        desk.cancel(student, booking, "");
        press("Cancel the booking");
        assertThat(notice()).isEqualTo("That booking was cancelled before.");
    }

    @Test
    void e4WhatWasMovedMeanwhileIsNotCancelledByWhoDidNotSeeIt() {
        BookingDetails booking = desk.book(student, service, start);
        visit(student).opens("my-bookings");
        press("Cancel…");
        done(desk.move(student, booking, start.plus(Duration.ofHours(3)))); // in a second tab
        press("Cancel the booking");
        assertThat(notice()).contains(student.displayName() + " changed the time");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        row(span(start.plus(Duration.ofHours(3))));
    }

    @Test
    void aRequestThatNobodyDecidedInTimeSaysSo() {
        desk.book(student, service, start);
        clock.moveTo(start.plus(Duration.ofMinutes(30)));
        visit(student).opens("my-bookings");
        assertThat(words(row(service.name()))).contains("Not decided in time").doesNotContain("Pending approval");
        clock.moveTo(start.plus(Duration.ofHours(3)));
        visit(student).opens("my-bookings");
        assertThat(rows()).isEmpty();
        press("History");
        assertThat(words(row(service.name()))).contains("Not decided in time");
    }

    @Test
    void whatHasBegunCannotBeCancelled() {
        BookingDetails booking = desk.book(student, service, start);
        desk.approve(principal, booking);
        visit(student).opens("my-bookings");
        assertThat(buttons(row(service.name()), "Cancel…")).hasSize(1);
        press("Cancel…");
        clock.moveTo(start.plusSeconds(1));
        press("Cancel the booking");
        assertThat(notice()).isEqualTo("Too late: the booking began on " + formats.dayTime(start) + ".");
        assertThat(buttons(row(service.name()), "Cancel…")).isEmpty();
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
    }

    private String span(Instant from) {
        return formats.daySpan(from, from.plus(Duration.ofHours(1)));
    }

    private SlotCell cell() {
        return _get(SlotCell.class, cells -> cells.withId("slot-" + start.getEpochSecond()));
    }
}
