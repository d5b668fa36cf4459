package org.mentorportal.session.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertDisabled;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Screen.link;
import static org.mentorportal.support.Screen.button;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.github.mvysny.kaributesting.v10.NotFoundError;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Formats;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Desk;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C2, C3: a mentor says of each session that is over whether the student came. */
class MarkAttendanceTest extends ScreenTest {

    @Autowired
    Desk desk;
    @Autowired
    Formats formats;
    @Autowired
    MovableClock movable;
    @Autowired
    CountedStatements statements;
    @Autowired
    JdbcClient jdbc;

    private AccountInfo mentor;
    private List<AccountInfo> students;
    private ServiceInfo talk;

    @BeforeEach
    void openTheSchool() {
        mentor = school.mentor();
        students = school.students(3);
        talk = school.service(school.resourceOf(mentor), Approval.AUTOMATIC, Timing.of(60), 3);
    }

    @AfterEach
    void putTheClockBack() {
        movable.putBack();
    }

    private List<BookingDetails> yesterday() {
        return students.stream().map(student -> desk.booked(student, talk, school.in(-1, "10:00"))).toList();
    }

    private String markOf(BookingDetails booking) {
        return jdbc.sql("select coalesce(mark, 'none') from reservation where booking_id = ?").param(booking.id().value())
                .query(String.class).single();
    }

    private static String title() {
        return words(_get(H1.class));
    }

    private static String results() {
        return words(_get(Section.class, sections -> sections.withClasses("results")));
    }

    private AccountInfo first() {
        return students.getFirst();
    }

    @Test
    void c2PastSessionsWaitForAMarkWithTheirCount() {
        yesterday();

        visit(mentor).opens("mentor");

        assertThat(title()).isEqualTo("3 wait for your mark");
        assertThat(words(_get(Nav.class))).contains("Sessions 3");
        assertThat(words(row(first().displayName()))).contains(formats.daySpan(school.in(-1, "10:00"), school.in(-1, "11:00")), talk.name());
    }

    @Test
    void c2OneIsMarkedAsNoShowInPlace() {
        List<BookingDetails> bookings = yesterday();
        visit(mentor).opens("mentor");

        press(row(first().displayName()), "No-show");

        assertThat(results()).contains(first().displayName(), "Booking marked as no-show.");
        assertThat(title()).isEqualTo("2 wait for your mark");
        assertThat(bookings).extracting(this::markOf).containsExactly("NO_SHOW", "none", "none");
    }

    @Test
    void c2ManyAreMarkedAtOnceWithAResultForEach() {
        List<BookingDetails> bookings = yesterday();
        visit(mentor).opens("mentor");
        _assertDisabled(_get(Button.class, one -> one.withText("Attended").withClasses("many")));

        students.subList(0, 2).forEach(student -> write(_get(row(student.displayName()), Checkbox.class), true));
        Component many = button("Attended: 2");
        desk.mark(mentor, bookings.getFirst(), Mark.NO_SHOW);
        _click((Button) many);

        assertThat(bookings).extracting(this::markOf).containsExactly("NO_SHOW", "ATTENDED", "none");
        assertThat(results()).contains("Cannot mark this booking as attended: it is marked as no-show since",
                students.get(1).displayName() + ", " + talk.name(), "Booking marked as attended.");
        assertThat(title()).isEqualTo("1 waits for your mark");
    }

    @Test
    void c2AllAreSelectedAtOnce() {
        List<BookingDetails> bookings = yesterday();
        visit(mentor).opens("mentor");

        Checkbox all = _get(Checkbox.class, boxes -> boxes.withLabel("Select all"));
        write(all, true);
        press("Excused: 3");

        assertThat(bookings).extracting(this::markOf).containsOnly("EXCUSED");
        assertThat(title()).isEqualTo("Nothing waits for your mark");
    }

    @Test
    void c3UndoTakesTheMarkAndItsStampBack() {
        BookingDetails booking = yesterday().getFirst();
        visit(mentor).opens("mentor");
        press(row(first().displayName()), "No-show");

        press("Undo");

        assertThat(results()).contains("The mark was taken back.");
        assertThat(markOf(booking)).isEqualTo("none");
        assertThat(title()).isEqualTo("3 wait for your mark");
    }

    @Test
    void c3WhatWasMarkedSaysByWhomAndCanBeTakenBackLater() {
        BookingDetails booking = yesterday().getFirst();
        desk.mark(mentor, booking, Mark.NO_SHOW);
        visit(mentor).opens("mentor");

        assertThat(words(row("by " + mentor.displayName()))).contains(first().displayName(), "No-show", "just now");
        press(row("by " + mentor.displayName()), "Take back");

        assertThat(markOf(booking)).isEqualTo("none");
    }

    @Test
    void c3AnAdminMarksOnTheMentorsBehalfOnlyWithAReason() {
        BookingDetails booking = desk.booked(first(), talk, school.in(-1, "10:00"));
        AccountInfo admin = school.admin();
        visit(admin).opens("mentor");

        press(row(first().displayName()), "No-show");
        assertThat(words(dialog())).contains("Mark as no-show on the mentor's behalf?", first().displayName());
        press(dialog(), "No-show");
        assertThat(markOf(booking)).isEqualTo("none");
        write(_get(TextArea.class), "the mentor is ill");
        press(dialog(), "No-show");

        assertThat(markOf(booking)).isEqualTo("NO_SHOW");
        assertThat(words(row(first().displayName() + " "))).contains("by " + admin.displayName() + " on the mentor's behalf");
    }

    @Test
    void c2AnotherTabsMarkIsSeenWithoutAReload() {
        BookingDetails booking = yesterday().getFirst();
        visit(mentor).opens("mentor");

        new Thread(() -> desk.mark(mentor, booking, Mark.ATTENDED)).start();

        soon(() -> assertThat(title()).isEqualTo("2 wait for your mark"));
        soon(() -> assertThat(words(_get(Nav.class))).contains("Sessions 2"));
    }

    @Test
    void c2ASessionThatEndsJoinsTheListByItself() {
        BookingDetails coming = desk.book(first(), talk, school.in(2, "10:00"));
        movable.moveTo(coming.end().minusMillis(700));
        visit(mentor).opens("mentor");
        assertThat(title()).isEqualTo("Nothing waits for your mark");

        soon(() -> assertThat(title()).isEqualTo("1 waits for your mark"));
        soon(() -> assertThat(words(_get(Nav.class))).contains("Sessions 1"));
    }

    @Test
    void todayAndTheComingWeekSayWhoComesAndTheWayIn() {
        BookingDetails coming = desk.book(first(), talk, school.in(2, "10:00"));
        visit(mentor).opens("mentor");

        assertThat(words(row(formats.daySpan(coming.start(), coming.end())))).contains(first().displayName(), "Join");
        assertThat(link(row(first().displayName()), "Join").getHref()).isEqualTo(coming.meeting().link());
        assertThat(buttons(row(first().displayName()), "No-show")).isEmpty();
    }

    @Test
    void rowOfASessionToComeStaysTheSameElementWhateverElseChanges() {
        BookingDetails past = yesterday().getFirst();
        BookingDetails coming = desk.book(first(), talk, school.in(2, "10:00"));
        BookingDetails later = desk.book(first(), talk, school.in(2, "12:00"));
        visit(mentor).opens("mentor");
        Component before = row(formats.daySpan(coming.start(), coming.end()));
        Component join = link(before, "Join");

        desk.mark(mentor, past, Mark.ATTENDED);
        desk.book(students.getLast(), talk, later.start());

        soon(() -> assertThat(title()).isEqualTo("2 wait for your mark"));
        soon(() -> assertThat(words(row(formats.daySpan(later.start(), later.end())))).contains(students.getLast().displayName()));
        assertThat(row(formats.daySpan(coming.start(), coming.end()))).isSameAs(before);
        assertThat(link(before, "Join")).isSameAs(join);
    }

    @Test
    void wayIntoASessionIsGoneOnceItIsOver() {
        BookingDetails past = yesterday().getFirst();
        BookingDetails coming = desk.book(first(), talk, school.in(2, "10:00"));
        movable.moveTo(coming.end().minusSeconds(60));
        visit(mentor).opens("mentor");
        assertThat(words(_get(SessionRow.class))).contains("Join");

        movable.moveTo(coming.end());
        desk.mark(mentor, past, Mark.ATTENDED);

        soon(() -> assertThat(words(_get(SessionRow.class))).doesNotContain("Join"));
    }

    @Test
    void c2SelectingAllReadsNothing() {
        yesterday();
        visit(mentor).opens("mentor");
        Checkbox all = _get(Checkbox.class, boxes -> boxes.withLabel("Select all"));

        assertThat(statements.ofThisThread(() -> write(all, true))).isEmpty();

        assertThat(students).allMatch(student -> _get(row(student.displayName() + " "), Checkbox.class).getValue());
    }

    @Test
    void c2WhoWasSelectedStaysSelectedWhenAnotherIsMarkedByItself() {
        yesterday();
        visit(mentor).opens("mentor");
        write(_get(row(students.get(0).displayName() + " "), Checkbox.class), true);
        press(row(students.get(1).displayName() + " "), "No-show");
        assertThat(_get(row(students.get(0).displayName() + " "), Checkbox.class).getValue()).isTrue();
        button("Attended: 1");
    }

    @Test
    void onlyMentorsAndAdminsMark() {
        assertThatThrownBy(() -> visit(first()).opens("mentor")).isInstanceOf(MockAccessDeniedException.class);
    }

    @Test
    void theDemosRoomIsAPageForThoseWhoMeetThere() {
        String link = desk.book(first(), talk, school.in(2, "10:00")).meeting().link().substring(1);

        visit(first()).opens(link);
        assertThat(words()).contains("Your meeting", talk.name(), talk.resource().name());
        visit(students.get(1));
        assertThatThrownBy(() -> open(link)).isInstanceOf(NotFoundError.class);
    }
}
