package org.mentorportal.notification.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertDisabled;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.button;
import static org.mentorportal.support.Screen.notice;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;

import com.vaadin.flow.component.html.Nav;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.PlantedFaults;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** Decisions reach the student whom they concern. */
class InboxTest extends BookingScreenTest {

    @Autowired
    PlantedFaults faults;

    @Test
    void anInboxWithNothingInItSaysWhatWillArrive() {
        visit(student).opens("inbox");
        assertThat(words()).contains("Nothing here yet. Decisions about your bookings arrive here.");
        _assertDisabled(button("Mark all as read"));
    }

    @Test
    void a6ARejectionArrivesByItselfWithWhoAndWhy() {
        BookingDetails booking = desk.book(student, service, start);
        visit(student).opens("inbox");
        desk.reject(principal, booking, "The ground is wet");
        soon(() -> assertThat(words(row("Rejected: " + what()))).contains("Reason: The ground is wet",
                principal.displayName() + ", just now", "New"));
    }

    @Test
    void a6AnApprovalAndItsRevocationAreBothThereTheNewestFirst() {
        BookingDetails booking = desk.book(student, service, start);
        desk.approve(principal, booking);
        desk.revoke(principal, booking, "The league needs it");
        visit(student).opens("inbox");
        assertThat(rows()).extracting(row -> words(row)).satisfiesExactly(
                newest -> assertThat(newest).contains("Revoked: " + what(), "Reason: The league needs it"),
                oldest -> assertThat(oldest).contains("Approved: " + what()).doesNotContain("Reason"));
    }

    @Test
    void theCountOfUnreadMessagesChangesOnWhateverPageOneIs() {
        BookingDetails first = desk.book(student, service, start);
        BookingDetails second = desk.book(student, service, start.plus(Duration.ofHours(1)));
        visit(student).opens("book");
        assertThat(navigation()).endsWith("Inbox");
        desk.approve(principal, first);
        soon(() -> assertThat(navigation()).endsWith("Inbox 1"));
        desk.approve(principal, second);
        soon(() -> assertThat(navigation()).endsWith("Inbox 2"));
    }

    @Test
    void markingAllAsReadEmptiesTheCountInEveryTab() {
        desk.approve(principal, desk.book(student, service, start));
        Visit other = visit(student).opens("book");
        assertThat(navigation()).endsWith("Inbox 1");
        visit(student).opens("inbox");
        press("Mark all as read");
        soon(() -> {
            assertThat(navigation()).endsWith("Inbox");
            assertThat(words(row("Approved: " + what()))).doesNotContain("New");
            _assertDisabled(button("Mark all as read"));
        });
        other.turns();
        soon(() -> assertThat(navigation()).endsWith("Inbox"));
    }

    @Test
    void whoseMessagesCannotBeMarkedNowIsToldSo() {
        desk.approve(principal, desk.book(student, service, start));
        visit(student).opens("inbox");
        faults.afterConnections(0, () -> {
            press("Mark all as read");
            return true;
        });
        assertThat(notice()).isEqualTo("The portal is busy. Nothing was changed; please try again.");
        assertThat(words(row("Approved: " + what()))).contains("New");
        press("Mark all as read");
        soon(() -> assertThat(words(row("Approved: " + what()))).doesNotContain("New"));
    }

    @Test
    void whatStudentsDoThemselvesIsNoNewsToThem() {
        desk.cancel(student, desk.book(student, service, start), "");
        desk.book(student, school.service(school.ground(), Approval.AUTOMATIC), start);
        visit(student).opens("inbox");
        assertThat(rows()).isEmpty();
        assertThat(navigation()).endsWith("Inbox");
    }

    @Test
    void nobodyReadsAnothersInbox() {
        desk.reject(principal, desk.book(school.student(), service, start), "The ground is wet");
        visit(student).opens("inbox");
        assertThat(rows()).isEmpty();
    }

    private String what() {
        return service.name() + " · " + service.resource().name() + ", " + formats.daySpan(start, start.plus(Duration.ofHours(1)));
    }

    private static String navigation() {
        return words(_get(Nav.class));
    }
}
