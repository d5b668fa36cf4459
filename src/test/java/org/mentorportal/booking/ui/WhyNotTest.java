package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.BookingScreenTest;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;

/** "Why can I not book this?": every closed slot answers with its rule and what works instead. */
class WhyNotTest extends BookingScreenTest {

    @Autowired
    ClosureService closures;
    @Autowired
    CountedStatements statements;

    @Test
    void aTakenSlotOffersTheThreeNearestThatWork() {
        desk.book(school.student(), service, start);
        opens(service, start);
        ask(start);
        assertThat(panel()).contains(formats.dayTime(start), "Why can I not book this?",
                "Another student has this slot.", "The nearest slots that work:").doesNotContain("just");
        assertThat(offered()).hasSize(3).contains(formats.dayTime(start.minus(Duration.ofHours(1))),
                formats.dayTime(start.plus(Duration.ofHours(1))));
        press(formats.dayTime(start.plus(Duration.ofHours(1))));
        assertThat(panel()).contains("You can book this slot");
    }

    @Test
    void theNearestReachIntoTheNextWeekWhereThatIsNearer() {
        ServiceInfo mornings = school.service(new AddService(school.ground().id(), "Morning", Timing.of(60), 1, 12, Approval.PRINCIPAL,
                Limits.none(), School.allWeek("07:00", "09:00")));
        int sunday = 14 - formats.dayOf(school.in(0, "12:00")).getDayOfWeek().getValue();
        desk.book(school.student(), mornings, school.in(sunday, "08:00"));
        opens(mornings, school.in(sunday, "08:00"));
        ask(school.in(sunday, "08:00"));
        assertThat(offered()).hasSize(3).contains(formats.dayTime(school.in(sunday, "07:00")), formats.dayTime(school.in(sunday + 1, "07:00")));
    }

    @Test
    void whereSeatsAreManyTheyAreCounted() {
        ServiceInfo group = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60), 2);
        desk.book(school.student(), group, start);
        desk.book(school.student(), group, start);
        opens(group, start);
        ask(start);
        assertThat(panel()).contains("Why can I not book this?", "All 2 seats are taken.");
    }

    @Test
    void aSlotThatASisterServiceTookNamesThePlace() {
        ServiceInfo sister = school.service(service.resource(), Approval.PRINCIPAL);
        desk.book(school.student(), sister, start);
        opens(service, start);
        ask(start);
        assertThat(panel()).contains("Why can I not book this?", service.resource().name() + " is needed by another booking then.");
    }

    @Test
    void aClosedSlotGivesTheReasonOfTheClosure() {
        school.as(principal, () -> closures.close(new CloseResource(service.resource().id(), start, start.plus(Duration.ofHours(1)),
                "The pipes burst"), CommandKey.fresh()));
        opens(service, start);
        ask(start);
        assertThat(panel()).contains("Why can I not book this?", "Closed at that time: The pipes burst.");
    }

    @Test
    void aSlotThatIsNotOpenYetSaysWhenItOpensAndTheNearestOfAllWeeks() {
        ServiceInfo soonOnly = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60).withHorizon(2, LocalTime.MIDNIGHT), 1);
        Instant far = school.in(12, "10:00");
        opens(soonOnly, far);
        assertThat(words(cell(far))).isEqualTo("Opens " + formats.dayTime(school.in(10, "00:00")));
        ask(far);
        assertThat(panel()).contains("Booking opens on " + formats.dayTime(school.in(10, "00:00")) + ", 2 days ahead.");
        assertThat(offered()).hasSize(3).contains(formats.dayTime(school.in(2, "19:00")));
        press(formats.dayTime(school.in(2, "19:00")));
        assertThat(panel()).contains("You can book this slot");
    }

    @Test
    void e9AReachedQuotaNamesItsNumberAndFromWhenOneCanBookAgain() {
        ServiceInfo limited = limited(Limits.none().withPerWeek(2));
        Instant first = school.in(8, "10:00");
        desk.book(student, limited, first);
        desk.book(student, limited, first.plus(Duration.ofHours(1)));
        Instant third = first.plus(Duration.ofHours(3));
        opens(limited, third);
        assertThat(words(cell(third))).isEqualTo("Limit reached 2 a week");
        ask(third);
        assertThat(panel()).contains("You have 2 of 2 possible bookings of " + limited.name() + " that week. You can book again for the week from "
                + formats.day(BoardKey.monday(formats.dayOf(third)).plusWeeks(1)) + " on.", "The nearest slots that work:");
        assertThat(offered()).hasSize(3);
    }

    @Test
    void e9ALimitADayOrAtOnceHasItsOwnWordsOnTheCell() {
        ServiceInfo daily = limited(Limits.none().withPerDay(2));
        ServiceInfo once = limited(Limits.none().withAtOnce(1));
        Instant ten = school.in(3, "10:00");
        desk.book(student, daily, ten);
        desk.book(student, daily, ten.plus(Duration.ofHours(1)));
        desk.book(student, once, ten.plus(Duration.ofHours(2)));
        opens(daily, ten.plus(Duration.ofHours(4)));
        assertThat(words(cell(ten.plus(Duration.ofHours(4))))).isEqualTo("Limit reached 2 a day");
        opens(once, ten.plus(Duration.ofHours(4)));
        ask(ten.plus(Duration.ofHours(4)));
        assertThat(words(cell(ten.plus(Duration.ofHours(4))))).isEqualTo("Limit reached 1 at once");
        assertThat(panel()).contains("You have 1 of 1 possible bookings of " + once.name() + " still to come. You can book again once one has begun ("
                + formats.dayTime(ten.plus(Duration.ofHours(2))) + ") or is cancelled.").doesNotContain("The nearest slots");
    }

    @Test
    void everyCellOfAStudentsWeekCanBePressedAndSaysSo() {
        desk.book(school.student(), service, start);
        desk.book(student, service, start.plus(Duration.ofHours(2)));
        opens(service, start);
        assertThat(_find(SlotCell.class)).isNotEmpty().allSatisfy(cell -> assertThat(_find(cell, NativeButton.class)).hasSize(1));
        assertThat(spoken(start)).startsWith(formats.daySpan(start, start.plus(Duration.ofHours(1))) + ": Taken")
                .endsWith("Why can I not book this?");
        assertThat(spoken(start.plus(Duration.ofHours(2)))).contains("Yours").endsWith("Show what you can do.");
    }

    @Test
    void whoCannotBookReadsTheWeekAsText() {
        visit(principal).opens(week(service, start));
        assertThat(_find(SlotCell.class)).isNotEmpty().allSatisfy(cell -> assertThat(_find(cell, NativeButton.class)).isEmpty());
    }

    @Test
    void theButtonStaysTheSameWhenItsSlotOrAnotherIsTaken() {
        opens(service, start);
        NativeButton button = _get(cell(start), NativeButton.class);
        NativeButton other = _get(cell(start.plus(Duration.ofHours(1))), NativeButton.class);
        desk.book(school.student(), service, start);
        soon(() -> assertThat(words(cell(start))).isEqualTo("Taken"));
        assertThat(_get(cell(start), NativeButton.class)).isSameAs(button);
        assertThat(_get(cell(start.plus(Duration.ofHours(1))), NativeButton.class)).isSameAs(other);
    }

    @Test
    void whenAnExplainedSlotBecomesFreeThePanelOffersIt() {
        var held = desk.book(school.student(), service, start);
        opens(service, start);
        ask(start);
        assertThat(panel()).contains("Why can I not book this?");
        desk.reject(principal, held, "The ground is wet");
        soon(() -> assertThat(panel()).contains("You can book this slot").doesNotContain("Why can I not book this?"));
    }

    @Test
    void whereTheWeekOnTheScreenHasEnoughNothingIsRead() {
        desk.book(school.student(), service, start);
        opens(service, start);
        assertThat(statements.ofThisThread(() -> ask(start))).isEmpty();
    }

    @Test
    void onesOwnSlotCanBeEditedMovedAndCancelledFromTheWeek() {
        desk.book(student, service, start);
        opens(service, start);
        ask(start);
        assertThat(panel()).contains("This is yours; it waits for approval.", "Edit…", "Move…", "Cancel…");
        press("Cancel…");
        press("Cancel the booking");
        soon(() -> assertThat(words(cell(start))).isEqualTo("Free Book"));
        assertThat(panel()).contains("You can book this slot");
    }

    private ServiceInfo limited(Limits limits) {
        return school.service(new AddService(school.ground().id(), "Limited " + limits.hashCode() + student.id(), Timing.of(60), 1, 12,
                Approval.PRINCIPAL, limits, School.allWeek("08:00", "20:00")));
    }

    private void opens(ServiceInfo what, Instant when) {
        visit(student).opens(week(what, when));
    }

    private String week(ServiceInfo what, Instant when) {
        return "book/" + what.id() + "?week=" + formats.dayOf(when);
    }

    private static void ask(Instant when) {
        _click(_get(cell(when), NativeButton.class));
    }

    private static String spoken(Instant when) {
        return _get(cell(when), NativeButton.class).getAriaLabel().orElseThrow();
    }

    private static String panel() {
        return words(_get(SlotPanel.class));
    }

    private static List<String> offered() {
        return _find(_get(SlotPanel.class), NativeButton.class, all -> all.withClasses("link")).stream().map(NativeButton::getText).toList();
    }

    private static SlotCell cell(Instant when) {
        return _get(UI.getCurrent(), SlotCell.class, cells -> cells.withId("slot-" + when.getEpochSecond()));
    }
}
