package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertDisabled;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Screen.button;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.rows;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.notification.InboxMessage;
import org.mentorportal.shared.Role;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Those who decide work through the queue, one request or many at once. */
class DecideRequestsTest extends BookingScreenTest {

    @Autowired
    MovableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    @Test
    void theQueueSaysWhoWhatWhenSinceWhenAndWhatElseThatWeek() {
        ServiceInfo other = school.service();
        desk.book(student, service, start);
        desk.book(student, other, start.plus(Duration.ofHours(2)));
        queue(principal, service.name());
        assertThat(words(row(service.name() + " ·"))).contains(student.displayName(), "practice · 1 player", span(start),
                service.resource().name(), "asked just now",
                "1 other that week: " + other.name() + " " + formats.dayTime(start.plus(Duration.ofHours(2))));
    }

    @Test
    void whoHasNothingElseThatWeekIsSaidToHaveNothingElse() {
        desk.book(student, service, start);
        queue(principal, service.name());
        assertThat(words(row(student.displayName()))).contains("no other booking that week");
    }

    @Test
    void theSoonestIsFirst() {
        desk.book(student, service, start.plus(Duration.ofHours(2)));
        desk.book(student, service, start);
        queue(principal, service.name());
        assertThat(rows().stream().map(row -> words(row)).filter(row -> row.contains(service.name() + " ·"))).satisfiesExactly(
                first -> assertThat(first).contains(span(start)),
                second -> assertThat(second).contains(span(start.plus(Duration.ofHours(2)))));
    }

    @Test
    void a6OneRequestIsApprovedInPlaceAndTheStudentIsTold() {
        BookingDetails booking = desk.book(student, service, start);
        queue(principal, service.name());
        press(row(student.displayName()), "Approve");
        assertThat(results()).contains("What came of it", student.displayName(), span(start) + ": approved");
        assertThat(waiting(student)).isFalse();
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
        assertThat(desk.inboxOf(student)).hasSize(1);
        press("Approved");
        assertThat(words(row(student.displayName()))).contains("approved by " + principal.displayName());
    }

    @Test
    void a6ARejectionNeedsAReasonWhichTheStudentReads() {
        BookingDetails booking = desk.book(student, service, start);
        queue(principal, service.name());
        press(row(student.displayName()), "Reject…");
        assertThat(words(dialog())).contains("Reject this request?", student.displayName(), span(start));
        write(reason(), "  ");
        press("Reject");
        assertThat(reason().getErrorMessage()).isEqualTo("Please give a reason; the student will read it.");
        assertThat(reason().isInvalid()).isTrue();
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        write(reason(), "The ground is wet");
        press("Reject");
        _assertNoDialogs();
        assertThat(results()).contains(": rejected");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.REJECTED);
        assertThat(desk.inboxOf(student)).extracting(InboxMessage::reason).containsExactly("The ground is wet");
    }

    @Test
    void whoLeavesItAsItIsHasDecidedNothing() {
        BookingDetails booking = desk.book(student, service, start);
        queue(principal, service.name());
        press(row(student.displayName()), "Reject…");
        press("Leave as it is");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        assertThat(waiting(student)).isTrue();
    }

    @Test
    void a6AnApprovedBookingIsRevokedWithAReason() {
        BookingDetails booking = desk.book(student, service, start);
        desk.approve(principal, booking);
        queue(principal, service.name());
        press("Approved");
        press(row(student.displayName()), "Revoke…");
        assertThat(words(dialog())).contains("Revoke this booking?", student.displayName());
        press("Revoke");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
        write(reason(), "The league needs it");
        press("Revoke");
        assertThat(results()).contains(": revoked");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.REVOKED);
        assertThat(desk.inboxOf(student)).extracting(InboxMessage::reason).contains("The league needs it");
    }

    @Test
    void b2OfManyAtOnceEachHasAResultAndOneThatWasDecidedMeanwhileSaysByWhom() {
        AccountInfo quicker = school.principal();
        List<AccountInfo> students = school.students(3);
        List<BookingDetails> asked = askedHourAfterHour(students);
        queue(principal, service.name());
        students.forEach(one -> select(one));
        var approve = (Button) button("Approve 3 selected");
        desk.approve(quicker, asked.get(1));
        approve.click();
        assertThat(results()).contains(
                students.get(0).displayName() + ", " + title() + ", " + span(start) + ": approved",
                students.get(1).displayName() + ", " + title() + ", " + span(start.plus(Duration.ofHours(1)))
                        + ": was approved before, by " + quicker.displayName() + " on ",
                students.get(2).displayName() + ", " + title() + ", " + span(start.plus(Duration.ofHours(2))) + ": approved");
        assertThat(asked).extracting(booking -> desk.statusOf(booking)).containsOnly(BookingStatus.APPROVED);
        assertThat(desk.trailOf(asked.get(1))).hasSize(2);
        find("");
        _assertDisabled(button("Approve selected"));
    }

    @Test
    void manyAreRejectedWithOneReason() {
        List<AccountInfo> students = school.students(2);
        List<BookingDetails> asked = askedHourAfterHour(students);
        queue(principal, service.name());
        students.forEach(one -> select(one));
        press("Reject 2…");
        assertThat(words(dialog())).contains("Reject 2 requests?", students.get(0).displayName(), students.get(1).displayName());
        write(reason(), "The ground is wet");
        press("Reject 2");
        assertThat(asked).extracting(booking -> desk.statusOf(booking)).containsOnly(BookingStatus.REJECTED);
        assertThat(students).allSatisfy(one -> assertThat(desk.inboxOf(one)).extracting(InboxMessage::reason)
                .containsExactly("The ground is wet"));
    }

    @Test
    void whoWasSelectedStaysSelectedWhenAnotherIsDecidedByItself() {
        AccountInfo other = school.student();
        askedHourAfterHour(List.of(student, other));
        queue(principal, service.name());
        select(student);
        press(row(other.displayName() + " "), "Approve");
        assertThat(results()).contains(other.displayName());
        assertThat(_get(row(student.displayName() + " "), Checkbox.class).getValue()).isTrue();
        button("Approve 1 selected");
    }

    @Test
    void b2OneWhoWasCancelledMeanwhileIsSaidToBeCancelled() {
        BookingDetails booking = desk.book(student, service, start);
        queue(principal, service.name());
        select(student);
        var approve = (Button) button("Approve 1 selected");
        desk.cancel(student, booking, "");
        approve.click();
        assertThat(results()).contains("was changed since you looked", "Cancelled");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void e4NobodyApprovesATimeThatTheyDidNotSee() {
        BookingDetails booking = desk.book(student, service, start);
        queue(principal, service.name());
        select(student);
        var approve = (Button) button("Approve 1 selected");
        desk.move(student, booking, start.plus(Duration.ofHours(2)));
        approve.click();
        assertThat(results()).contains("was changed since you looked", student.displayName() + " changed the time");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        _assertDisabled(button("Approve selected"));
    }

    @Test
    void e4ReasonThatDidNotReachAllIsNotWrittenTwice() {
        BookingDetails booking = desk.book(student, service, start);
        AccountInfo other = school.student();
        desk.book(other, service, start.plus(Duration.ofHours(5)));
        queue(principal, service.name());
        press(row(student.displayName()), "Reject…");
        write(reason(), "The ground is wet");
        desk.move(student, booking, start.plus(Duration.ofHours(2)));
        press("Reject");
        assertThat(results()).contains("was changed since you looked");
        press(row(other.displayName()), "Reject…");
        assertThat(reason().getValue()).as("another's").isEmpty();
        press("Leave as it is");
        press(row(student.displayName()), "Reject…");
        assertThat(reason().getValue()).isEqualTo("The ground is wet");
        press(dialog(), "Reject");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.REJECTED);
        assertThat(results()).contains(": rejected");
    }

    @Test
    void aMentorSeesOnlyWhatTheyThemselvesDecide() {
        AccountInfo mentor = school.mentor();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
        ServiceInfo anothersTalk = school.service(school.resourceOf(school.mentor()), Approval.MENTOR);
        AccountInfo talker = school.student();
        desk.book(talker, talk, start);
        desk.book(student, anothersTalk, start);
        desk.book(student, service, start.plus(Duration.ofHours(1)));
        visit(mentor).opens("approvals");
        assertThat(rows()).hasSize(1);
        assertThat(words()).contains("1 request waits for you", talker.displayName()).doesNotContain(student.displayName());
        press(row(talker.displayName()), "Approve");
        assertThat(results()).contains(": approved");
        assertThat(words()).contains("Nothing waits for you", "No request waits for you. New ones appear here by themselves.");
    }

    @Test
    void whatWaitsForAMentorIsApartFromWhatWaitsForAPrincipal() {
        desk.book(student, school.service(school.resourceOf(school.mentor()), Approval.MENTOR), start);
        queue(principal, student.displayName());
        assertThat(waiting(student)).isFalse();
        press("With mentors");
        assertThat(waiting(student)).isTrue();
    }

    @Test
    void anAdminApprovesOnlyOnBehalfAndWithAReason() {
        BookingDetails booking = desk.book(student, service, start);
        queue(school.admin(), service.name());
        press(row(student.displayName()), "Approve");
        assertThat(words(dialog())).contains("Approve this request on behalf?");
        press(dialog(), "Approve");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        write(reason(), "The principal is ill");
        press(dialog(), "Approve");
        assertThat(results()).contains(": approved");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void anAdminWhoIsAMentorTooIsAskedForTheReason() {
        BookingDetails booking = desk.book(student, service, start);
        queue(school.person(Role.MENTOR, Role.ADMIN), service.name());
        press(row(student.displayName()), "Approve");
        write(reason(), "The principal is ill");
        press(dialog(), "Approve");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void ownRequestIsInEverybodysListButOnesOwn() {
        AccountInfo both = school.person(Role.STUDENT, Role.PRINCIPAL);
        desk.book(both, service, start);
        queue(both, service.name());
        assertThat(waiting(both)).isFalse();
        queue(school.principal(), service.name());
        assertThat(waiting(both)).isTrue();
    }

    @Test
    void aNewRequestArrivesByItselfAndIsCounted() {
        AccountInfo mentor = school.mentor();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
        visit(mentor).opens("approvals");
        assertThat(words()).contains("No request waits for you.");
        assertThat(words(_get(Nav.class))).contains("Approvals Closures");
        BookingDetails booking = desk.book(student, talk, start);
        soon(() -> {
            assertThat(waiting(student)).isTrue();
            assertThat(words()).contains("1 request waits for you");
            assertThat(words(_get(Nav.class))).contains("Approvals 1 Closures");
        });
        desk.cancel(student, booking, "");
        soon(() -> {
            assertThat(waiting(student)).isFalse();
            assertThat(words(_get(Nav.class))).contains("Approvals Closures");
        });
    }

    @Test
    void whatWasSelectedStaysSelectedWhenTheQueueChanges() {
        desk.book(student, service, start);
        AccountInfo later = school.student();
        queue(principal, service.name());
        select(student);
        desk.book(later, service, start.plus(Duration.ofHours(1)));
        soon(() -> assertThat(waiting(later)).isTrue());
        assertThat(_get(row(student.displayName()), Checkbox.class).getValue()).isTrue();
        button("Approve 1 selected");
    }

    @Test
    void aStudentHasNoQueue() {
        visit(student);
        assertThatThrownBy(() -> open("approvals")).isInstanceOf(MockAccessDeniedException.class);
    }

    @Test
    void whatIsSearchedForIsLeftAndNothingElseCanBeDecidedByMistake() {
        AccountInfo other = school.student();
        askedHourAfterHour(List.of(student, other));
        queue(principal, service.name());
        select(student);
        find(other.displayName());
        assertThat(waiting(other)).isTrue();
        assertThat(waiting(student)).isFalse();
        _assertDisabled(button("Approve selected"));
        find(service.resource().name().toUpperCase());
        assertThat(waiting(student)).isTrue();
        find("no such thing");
        assertThat(words()).contains("Nothing fits that.");
    }

    @Test
    void allThatAreShownAreSelectedAtOnce() {
        List<AccountInfo> students = school.students(3);
        List<BookingDetails> asked = askedHourAfterHour(students);
        queue(principal, service.name());
        assertThat(all().getValue()).isFalse();
        write(all(), true);
        assertThat(_get(row(students.get(1).displayName() + " "), Checkbox.class).getValue()).isTrue();
        write(_get(row(students.get(1).displayName() + " "), Checkbox.class), false);
        assertThat(all().isIndeterminate()).isTrue();
        press("Approve 2 selected");
        assertThat(asked).extracting(booking -> desk.statusOf(booking))
                .containsExactly(BookingStatus.APPROVED, BookingStatus.PENDING, BookingStatus.APPROVED);
        write(all(), true);
        write(all(), false);
        _assertDisabled(button("Approve selected"));
    }

    @Test
    void thoseWhoseTimeHasPassedAreNotAmongAll() {
        AccountInfo late = school.student();
        desk.book(late, service, start);
        desk.book(student, service, start.plus(Duration.ofHours(2)));
        clock.moveTo(start);
        queue(principal, service.name());
        assertThat(waiting(late)).isTrue();
        write(all(), true);
        assertThat(all().isIndeterminate()).isFalse();
        press("Approve 1 selected");
        assertThat(results()).contains(student.displayName()).doesNotContain(late.displayName() + ",");
    }

    @Test
    void aLongQueueIsDrawnInParts() {
        ServiceInfo group = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60), 60);
        school.students(55).forEach(one -> desk.book(one, group, start));
        queue(principal, group.name());
        assertThat(rows()).hasSize(50);
        assertThat(words()).contains("Show more (5 not shown)");
        write(all(), true);
        button("Approve 50 selected");
        press("Show more (5 not shown)");
        assertThat(rows()).hasSize(55);
        assertThat(words()).doesNotContain("not shown");
        assertThat(all().isIndeterminate()).isTrue();
    }

    private List<BookingDetails> askedHourAfterHour(List<AccountInfo> students) {
        return students.stream().map(one -> desk.book(one, service, start.plus(Duration.ofHours(students.indexOf(one))))).toList();
    }

    private void queue(AccountInfo person, String wanted) {
        visit(person).opens("approvals");
        find(wanted);
    }

    private static void find(String wanted) {
        write(_get(TextField.class), wanted);
    }

    private static Checkbox all() {
        return _get(Checkbox.class, boxes -> boxes.withLabel("Select all"));
    }

    private String title() {
        return service.name() + " · " + service.resource().name();
    }

    private String span(Instant from) {
        return formats.daySpan(from, from.plus(Duration.ofHours(1)));
    }

    private static void select(AccountInfo person) {
        write(_get(row(person.displayName() + " "), Checkbox.class), true);
    }

    private static boolean waiting(AccountInfo person) {
        return rows().stream().anyMatch(row -> words(row).contains(person.displayName() + " "));
    }

    private static TextArea reason() {
        return _get(TextArea.class, fields -> fields.withLabel("Reason"));
    }

    private static String results() {
        return words(_get(Section.class, sections -> sections.withClasses("results")));
    }
}
