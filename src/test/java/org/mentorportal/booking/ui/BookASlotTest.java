package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.follow;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.link;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.github.mvysny.kaributesting.v10.NavigatorKt;
import com.github.mvysny.kaributesting.v10.NotFoundError;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.Formats;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Race;
import org.mentorportal.support.Screen;
import org.mentorportal.support.ScreenTest;
import org.mentorportal.support.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/** A student chooses a slot on the live week, gives the details, reviews and confirms; or learns why not. */
class BookASlotTest extends ScreenTest {

    private static final String JUST_BOOKED =
            "This slot was just booked by another student. Please choose another time slot.";

    @Autowired
    Desk desk;
    @Autowired
    BookingService bookings;
    @Autowired
    ClosureService closures;
    @Autowired
    RetirementService retirement;
    @Autowired
    CountedStatements statements;
    @Autowired
    Formats formats;

    @Test
    void a1AStudentFindsAGameOnItsGround() {
        ServiceInfo service = school.service();
        visit(school.student()).opens("book");
        assertThat(step()).isEqualTo("Choose");
        write(_get(TextField.class), service.resource().name());
        follow(UI.getCurrent(), service.name() + " 60 minutes");
        assertThat(step()).isEqualTo("Slot");
        assertThat(words()).contains(service.name() + " · " + service.resource().name());
    }

    @Test
    void whatIsOnOfferFollowsTheCatalogueAndTheSearch() {
        ResourceInfo ground = school.ground();
        ServiceInfo volleyball = school.service(ground, Approval.PRINCIPAL);
        ServiceInfo football = school.service(ground, Approval.PRINCIPAL);
        visit(school.student()).opens("book");
        write(_get(TextField.class), ground.name());
        assertThat(links()).contains("book/" + volleyball.id(), "book/" + football.id());
        school.as(school.admin(), () -> retirement.retire(new RetireService(volleyball.id(), volleyball.version(), LiveBookings.KEEP, ""),
                CommandKey.fresh()));
        soon(() -> assertThat(links()).contains("book/" + football.id()).doesNotContain("book/" + volleyball.id()));
        assertThat(words(_get(Section.class))).contains(ground.name());
    }

    private static List<String> links() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    @Test
    void aWordThatFitsNothingSaysSo() {
        visit(school.student()).opens("book");
        write(_get(TextField.class), "underwater chess");
        assertThat(words()).contains("Nothing fits that. Try a shorter word.");
    }

    @Test
    void a1TheFirstFreeSlotIsChosenAlready() {
        AccountInfo student = school.student();
        visit(student).opens("book/" + school.service().id());
        assertThat(words(_get(SlotPanel.class))).contains("You can book this slot");
        assertThat(_find(SlotCell.class, cells -> cells.withClasses("selected"))).singleElement()
                .isEqualTo(_find(SlotCell.class).stream().filter(SlotCell::isFree)
                        .min(Comparator.comparing(cell -> cell.slot().start())).orElseThrow());
    }

    @Test
    void a1AStudentBooksInThreeStepsAndReadsThatItWaitsForApproval() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(service, start));
        choose(start);
        assertThat(words(_get(SlotPanel.class))).contains(formats.dayTime(start), "You can book this slot", "Until 11:00",
                "by a principal");
        press("Book this slot");
        assertThat(step()).isEqualTo("Details and review");
        assertThat(words(dialog())).contains("Your details", formats.daySpan(start, start.plus(Duration.ofHours(1))));
        fill("Team practice", 8, "room 12");
        press("Review");
        assertThat(words(dialog())).contains("Review your booking", "A principal decides about it");
        assertThatTheDetailsAreShown(service, start);
        press("Confirm booking");
        assertThat(words(dialog())).contains("Booking submitted", "Your booking has been submitted and is waiting for approval. "
                + "We'll notify you once it's approved.");
        assertThatTheDetailsAreShown(service, start);
        press("My bookings");
        assertThat(NavigatorKt.getCurrentPath()).isEqualTo("my-bookings");
        assertThat(words(row(service.name()))).contains("Team practice", "Pending approval");
    }

    @Test
    void b1WhatIsApprovedAtOnceSaysWhereItIsHeldAndTheSameOnConfirmingAgain() {
        AccountInfo student = school.student();
        ServiceInfo talk = school.service(school.resourceOf(school.mentor()), Approval.AUTOMATIC);
        Instant start = school.in(2, "10:00");
        visit(student).opens(week(talk, start));
        review(start);
        press("Confirm booking");

        String link = _get(dialog(), Anchor.class, links -> links.withPredicate(one -> words(one).equals("Join the meeting"))).getHref();

        Screen.open("my-bookings");
        assertThat(link(row(talk.name()), "Join the meeting").getHref()).isEqualTo(link);
        assertThat(((BookingOutcome.AlreadySo) desk.ask(student, talk, start)).booking().meeting().link()).endsWith(link);
    }

    private void assertThatTheDetailsAreShown(ServiceInfo service, Instant start) {
        assertThat(words(dialog())).contains("What " + service.name(), "Where " + service.resource().name(),
                "When " + formats.daySpan(start, start.plus(Duration.ofHours(1))), "Purpose Team practice",
                "Number of players 8", "Contact room 12");
    }

    @Test
    void a1WhereNobodyNeedsToApproveTheStudentReadsThatItIsApproved() {
        ServiceInfo service = school.service(school.ground(), Approval.AUTOMATIC);
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(service, start));
        review(start);
        assertThat(words(dialog())).contains("It is yours as soon as you confirm.");
        press("Confirm booking");
        assertThat(words(dialog())).contains("Booking approved", "Your booking has been approved.");
        press("Stay here");
        _assertNoDialogs();
        soon(() -> assertThat(words(cell(start))).isEqualTo("✓ Yours approved"));
    }

    @Test
    void fromTheReviewOneCanGoBackAndWhatWasWrittenStays() {
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(school.service(), start));
        review(start);
        press("Back");
        assertThat(words(dialog())).contains("Your details");
        assertThat(field("Purpose").getValue()).isEqualTo("Team practice");
    }

    @Test
    void withoutAPurposeThereIsNoReview() {
        Instant start = school.in(2, "10:00");
        AccountInfo student = school.student();
        visit(student).opens(week(school.service(), start));
        choose(start);
        press("Book this slot");
        write(field("Purpose"), "  ");
        press("Review");
        assertThat(words(dialog())).contains("Your details");
        assertThat(field("Purpose").isInvalid()).isTrue();
        assertThat(field("Purpose").getErrorMessage()).isEqualTo("Please say what the booking is for.");
        write(field("Purpose"), "Chess");
        press("Review");
        assertThat(words(dialog())).contains("Review your booking", "Chess");
    }

    @Test
    void morePlayersThanTheServiceTakesAreRefusedBeforeTheReview() {
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(school.service(), start));
        choose(start);
        press("Book this slot");
        fill("Team practice", 13, "");
        press("Review");
        assertThat(words(dialog())).contains("Your details");
        assertThat(players().getErrorMessage()).isEqualTo("The number of players must be between 1 and 12.");
    }

    @Test
    void a2TheGridOfASisterServiceShowsAnothersBookingWithoutAReload() {
        ResourceInfo ground = school.ground();
        ServiceInfo volleyball = school.service(ground, Approval.PRINCIPAL);
        ServiceInfo football = school.service(ground, Approval.PRINCIPAL);
        Instant start = school.in(2, "10:00");
        Visit watching = visit(school.student()).opens(week(football, start));
        assertThat(words(cell(start))).isEqualTo("Free Book");
        visit(school.student()).opens(week(volleyball, start));
        review(start);
        press("Confirm booking");
        watching.turns();
        soon(() -> assertThat(words(cell(start))).isEqualTo("Taken"));
        assertThat(words(cell(start.plus(Duration.ofHours(1))))).isEqualTo("Free Book");
    }

    @Test
    void a3OfTwoWhoConfirmAtOnceOneIsBookedAndTheOtherReadsWhyAndWhatIsFree() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        var together = new CyclicBarrier(2);
        List<Ending> endings = Race.of(List.of(confirming(school.student(), service, start, together),
                confirming(school.student(), service, start, together)));
        assertThat(endings).filteredOn(ending -> ending.said().startsWith("Booking submitted")).hasSize(1);
        assertThat(endings).filteredOn(ending -> ending.said().startsWith("Not booked " + JUST_BOOKED)).singleElement()
                .satisfies(lost -> {
                    assertThat(lost.offered()).hasSize(3).contains(span(start.minus(Duration.ofHours(1))),
                            span(start.plus(Duration.ofHours(1))));
                    assertThat(lost.cell()).isEqualTo("Taken");
                });
    }

    private record Ending(String said, List<String> offered, String cell) {
    }

    private Supplier<Ending> confirming(AccountInfo student, ServiceInfo service, Instant start, CyclicBarrier together) {
        return () -> {
            try (Visit visit = visit(student)) {
                visit.opens(week(service, start));
                review(start);
                together.await(20, TimeUnit.SECONDS);
                press("Confirm booking");
                return new Ending(words(dialog()), offered(), words(cell(start)));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    void a3OneOfTheNearestFreeSlotsIsATouchAway() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(service, start));
        review(start);
        desk.book(school.student(), service, start);
        press("Confirm booking");
        assertThat(words(dialog())).contains(JUST_BOOKED);
        Instant later = start.plus(Duration.ofHours(1));
        press(span(later));
        _assertNoDialogs();
        assertThat(words(_get(SlotPanel.class))).contains(formats.dayTime(later), "You can book this slot");
        review(later);
        press("Confirm booking");
        assertThat(words(dialog())).contains("Booking submitted", span(later));
    }

    @Test
    void a3AClosureInTheWayHasWordsOfItsOwn() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(service, start));
        review(start);
        school.as(school.principal(), () -> closures.close(new CloseResource(service.resource().id(), start,
                start.plus(Duration.ofHours(2)), "The pipes burst"), CommandKey.fresh()));
        press("Confirm booking");
        assertThat(words(dialog())).contains("Not booked", "Closed at that time: The pipes burst.").doesNotContain(JUST_BOOKED);
        assertThat(offered()).hasSize(3).doesNotContain(span(start.plus(Duration.ofHours(1))));
        press("Back to the week");
        soon(() -> assertThat(words(cell(start))).isEqualTo("Closed The pipes burst"));
    }

    @Test
    void a3TheStudentsOwnBookingInTheWayHasWordsOfItsOwn() {
        AccountInfo student = school.student();
        ServiceInfo wanted = school.service();
        ServiceInfo other = school.service();
        Instant start = school.in(2, "10:00");
        visit(student).opens(week(wanted, start));
        review(start);
        desk.book(student, other, start);
        press("Confirm booking");
        assertThat(words(dialog())).contains("This time slot conflicts with an existing appointment: you have " + other.name()
                + " on " + formats.dayTime(start) + ".").doesNotContain(JUST_BOOKED);
    }

    @Test
    void a4ASlotTakenDuringTheReviewIsToldAndConfirmingAsksNoDatabase() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(service, start));
        review(start);
        desk.book(school.student(), service, start);
        soon(() -> assertThat(words(dialog())).contains(JUST_BOOKED, "Review your booking"));
        assertThat(statements.ofThisThread(() -> press("Confirm booking"))).isEmpty();
        assertThat(words(dialog())).contains("Not booked", JUST_BOOKED);
        assertThat(offered()).hasSize(3);
        assertThat(words(cell(start))).isEqualTo("Taken");
    }

    @Test
    void a5ASlotThatARejectionFreedIsFreeOnEveryOpenGrid() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        BookingDetails held = desk.book(school.student(), service, start);
        visit(school.student()).opens(week(service, start));
        assertThat(words(cell(start))).isEqualTo("Taken");
        desk.reject(school.principal(), held, "The ground is wet");
        soon(() -> assertThat(words(cell(start))).isEqualTo("Free Book"));
    }

    @Test
    void a7ConfirmingInASecondTabShowsTheBookingOfTheFirst() {
        AccountInfo student = school.student();
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        Visit second = visit(student).opens(week(service, start));
        review(start);
        visit(student).opens(week(service, start));
        review(start);
        press("Confirm booking");
        assertThat(words(dialog())).contains("Booking submitted");
        second.turns();
        press("Confirm booking");
        assertThat(words(dialog())).contains("You have this booking already", "waiting for approval", span(start));
        assertThat(school.as(student, bookings::mine)).hasSize(1);
    }

    @Test
    void a7ADoublePressInOneDialogMakesOneBookingAndShowsIt() {
        AccountInfo student = school.student();
        Instant start = school.in(2, "10:00");
        visit(student).opens(week(school.service(), start));
        review(start);
        Button confirm = _get(Button.class, all -> all.withId("confirm"));
        confirm.click();
        confirm.click();
        assertThat(words()).contains("Booking submitted", span(start)).doesNotContain("Not booked", JUST_BOOKED);
        assertThat(school.as(student, bookings::mine)).hasSize(1);
    }

    @Test
    void a7APressWhoseAnswerIsUnknownIsRepeatedFromTheSameDialogUnderTheSameKey() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        List<CommandKey> keys = new ArrayList<>();
        var sender = new Sender<RequestBooking>();
        var wish = new RequestBooking(service.id(), start, "Team practice", 8, "");
        for (int press = 0; press < 3; press++) {
            sender.send(wish, (command, key) -> keys.add(key));
        }
        sender.send(new RequestBooking(service.id(), start, "Chess", 8, ""), (command, key) -> keys.add(key));
        assertThat(keys).extracting(CommandKey::firstSending).containsExactly(true, false, false, true);
        assertThat(keys.stream().map(CommandKey::value).distinct()).hasSize(2);
    }

    @Test
    void a7AfterConfirmingThereIsNothingLeftToConfirm() {
        Instant start = school.in(2, "10:00");
        visit(school.student()).opens(week(school.service(), start));
        review(start);
        press("Confirm booking");
        assertThat(buttons(UI.getCurrent(), "Confirm booking")).isEmpty();
        press("Stay here");
        soon(() -> assertThat(words(cell(start))).isEqualTo("◷ Yours pending approval"));
        assertThat(words(_get(SlotPanel.class))).contains("This is yours; it waits for approval.");
        assertThat(buttons(UI.getCurrent(), "Book this slot")).isEmpty();
    }

    @Test
    void whetherAnySlotIsFreeIsFollowedWhileNoneIsChosen() {
        ServiceInfo service = school.service();
        Instant start = school.in(8, "10:00");
        visit(school.student()).opens(week(service, start));
        assertThat(words(_get(SlotPanel.class))).isEqualTo("No slot chosen Choose a free slot to see whether you can book it.");
        school.as(school.principal(), () -> closures.close(new CloseResource(service.resource().id(), start.minus(Duration.ofDays(7)),
                start.plus(Duration.ofDays(7)), "Repairs"), CommandKey.fresh()));
        soon(() -> assertThat(words(_get(SlotPanel.class))).isEqualTo("No slot chosen No slot is free for you this week. Look at another week."));
    }

    @Test
    void whoIsNotStaffOfTheServiceSeesTheWeekButCannotBook() {
        ServiceInfo service = school.service();
        Instant start = school.in(2, "10:00");
        for (AccountInfo person : List.of(school.mentor(), school.principal())) {
            visit(person).opens(week(service, start));
            assertThat(words(cell(start))).isEqualTo("Free");
            assertThat(_find(_get(SlotGrid.class), SlotCell.class)).isNotEmpty().noneMatch(SlotCell::isFree);
            open("book/" + service.id());
            assertThat(buttons(UI.getCurrent(), "Book this slot")).as("a way to book for " + person.roles()).isEmpty();
        }
    }

    @Test
    void aServiceThatIsNotThereIsNotFound() {
        visit(school.student());
        assertThatThrownBy(() -> open("book/999999999")).isInstanceOf(NotFoundError.class);
        assertThatThrownBy(() -> open("book/volleyball")).isInstanceOf(NotFoundError.class);
    }

    @Test
    void theWeekCanBeLinkedToAndPagedThrough() {
        ServiceInfo service = school.service();
        Instant start = school.in(8, "10:00");
        LocalDate monday = BoardKey.monday(formats.dayOf(start));
        visit(school.student()).opens(week(service, start));
        assertThat(words()).contains(formats.week(monday));
        cell(start);
        follow(UI.getCurrent(), "›");
        assertThat(words()).contains(formats.week(monday.plusWeeks(1)));
        cell(start.plus(Duration.ofDays(7)));
        _assertNone(SlotCell.class, cells -> cells.withId("slot-" + start.getEpochSecond()));
        follow(UI.getCurrent(), "‹");
        cell(start);
    }

    @Test
    void aWeekThatIsNoDayIsTheOneWithTheNextFreeSlot() {
        visit(school.student()).opens("book/" + school.service().id() + "?week=soon");
        assertThat(words(_get(SlotPanel.class))).contains("You can book this slot");
    }

    @Test
    void theSistersOfAServiceAreALinkAwayInTheSameWeek() {
        ResourceInfo ground = school.ground();
        ServiceInfo volleyball = school.service(ground, Approval.PRINCIPAL);
        ServiceInfo football = school.service(ground, Approval.PRINCIPAL);
        Instant start = school.in(8, "10:00");
        visit(school.student()).opens(week(volleyball, start));
        follow(UI.getCurrent(), football.name());
        assertThat(words()).contains(football.name() + " · " + ground.name());
        cell(start);
    }

    private String week(ServiceInfo service, Instant start) {
        return "book/" + service.id() + "?week=" + formats.dayOf(start);
    }

    private String span(Instant start) {
        return formats.daySpan(start, start.plus(Duration.ofHours(1)));
    }

    private static SlotCell cell(Instant start) {
        return _get(SlotCell.class, cells -> cells.withId("slot-" + start.getEpochSecond()));
    }

    private static void choose(Instant start) {
        _click(_get(cell(start), NativeButton.class));
    }

    private static String step() {
        return words(_find(ListItem.class, steps -> steps.withAttribute("aria-current", "step")).getLast());
    }

    private static void review(Instant start) {
        choose(start);
        press("Book this slot");
        fill("Team practice", 8, "room 12");
        press("Review");
    }

    private static void fill(String purpose, int players, String contact) {
        write(field("Purpose"), purpose);
        write(players(), players);
        write(field("Contact"), contact);
    }

    private static TextField field(String label) {
        return _get(TextField.class, fields -> fields.withLabel(label));
    }

    private static IntegerField players() {
        return _get(IntegerField.class, fields -> fields.withLabel("Number of players"));
    }

    private static List<String> offered() {
        return _find(Button.class, all -> all.withClasses("nearest")).stream().map(Button::getText).toList();
    }
}
