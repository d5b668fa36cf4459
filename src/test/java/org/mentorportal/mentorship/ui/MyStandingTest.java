package org.mentorportal.mentorship.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.follow;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.row;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;
import static org.mentorportal.support.Screen.write;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.shared.Formats;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A mentee reads how they stand and what happens next, and says what they have to say. */
class MyStandingTest extends ScreenTest {

    @Autowired
    Mentoring mentoring;
    @Autowired
    Desk desk;
    @Autowired
    Formats formats;

    private Mentoring.Scene scene;

    @BeforeEach
    void aMentee() {
        scene = mentoring.scene();
    }

    @Test
    void c4AMenteeReadsMarksWarningsTheLimitAndWhatHappensNext() {
        visit(scene.student()).opens("standing");
        assertThat(words()).contains(scene.cycle().name(), "your lead mentor is " + scene.mentor().displayName(), "All is well",
                "0 of 3 warnings");
        mentoring.noShows(scene, 2);
        soon(() -> assertThat(words()).contains("2 of 3 warnings", "One more no-show, and " + scene.mentor().displayName()
                + " is asked to decide", "marked by " + scene.mentor().displayName(), "Your bookings and marks"));
    }

    @Test
    void c4AtTheLimitAMenteeReadsWhoDecides() {
        mentoring.noShows(scene, 3);
        visit(scene.student()).opens("standing");
        assertThat(words()).contains("You have come to the limit of 3. " + scene.mentor().displayName() + " decides");
        mentoring.decline(scene);
        soon(() -> assertThat(words()).contains("decided not to suspend you. The next no-show asks again."));
    }

    @Test
    void c5AMenteeAnswersANoShowAndMayChangeTheAnswer() {
        mentoring.noShow(scene, 1);
        visit(scene.student()).opens("standing");
        press("Answer…");
        press(dialog(), "Send it");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        write(_get(TextArea.class), "I was ill");
        press(dialog(), "Send it");
        _assertNoDialogs();
        assertThat(words()).contains("“I was ill”", "answered just now");
        press("Change answer…");
        assertThat(_get(TextArea.class).getValue()).isEqualTo("I was ill");
        write(_get(TextArea.class), "I was ill, and told the office");
        press(dialog(), "Send it");
        assertThat(words()).contains("“I was ill, and told the office”");
    }

    @Test
    void d2ASuspendedMenteeReadsWhySinceWhenByWhomAndWhomToAsk() {
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        visit(scene.student()).opens("standing");
        mentoring.reprobate(scene.admin(), scene, "Three no-shows");
        soon(() -> assertThat(words()).contains("You are suspended", "Three no-shows", "Since", scene.admin().displayName(),
                "Whom to ask " + scene.mentor().displayName(), "What would come back", when(talk)));
        assertThat(buttons(UI.getCurrent(), "Unsubscribe… (cancels nothing)")).as("nobody unsubscribes out of a reprobation").isEmpty();
    }

    @Test
    void d2MyBookingsAndThePagesOfTheCyclesServicesSayThatItIsPaused() {
        visit(scene.student()).opens("my-bookings");
        assertThat(words()).doesNotContain("you are suspended");
        mentoring.reprobated(scene);
        soon(() -> assertThat(words()).contains(scene.cycle().name() + ": you are suspended since", "Ask " + scene.mentor().displayName()));
        open("book/" + scene.talk().id());
        assertThat(words()).contains("you are suspended since");
        follow(UI.getCurrent(), "Why, and what comes back");
        assertThat(words()).contains("You are suspended");
        open("book/" + school.service().id());
        assertThat(words()).as("other services are not concerned").doesNotContain("you are suspended since");
    }

    @Test
    void d3AMenteeGivesUpWhatIsHeldAndReadsLaterWhatCameBackAndWhatNot() {
        BookingDetails back = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails givenUp = desk.book(scene.student(), scene.talk(), school.in(4, "10:00"));
        mentoring.reprobated(scene);
        visit(scene.student()).opens("standing");
        press(row(when(givenUp) + " " + scene.talk().name() + " · " + scene.talk().resource().name() + " Give up…"), "Give up…");
        assertThat(words(dialog())).contains("It stays cancelled, and will not come back");
        press(dialog(), "Give it up");
        _assertNoDialogs();
        assertThat(buttons(UI.getCurrent(), "Give up…")).hasSize(1);
        mentoring.reactivated(scene);
        soon(() -> assertThat(words()).contains("What came back last time, and what did not", "✓ back, approved", "given up"));
        assertThat(desk.statusOf(back)).isEqualTo(BookingStatus.APPROVED);
        assertThat(desk.statusOf(givenUp)).isEqualTo(BookingStatus.CANCELLED);
    }

    @Test
    void d7AMenteeUnsubscribesAndComesBackInTheirOwnWords() {
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        visit(scene.student()).opens("standing");
        press("Unsubscribe… (cancels 1 booking)");
        assertThat(words(dialog())).contains("Unsubscribe from " + scene.cycle().name() + "?", when(talk),
                "Your warnings stay.", "Stay subscribed");
        press(dialog(), "Unsubscribe and cancel 1");
        assertThat(words(dialog())).contains("You have unsubscribed from", "You can resubscribe when you like");
        press(dialog(), "Close");
        assertThat(mentoring.now(scene).status()).isEqualTo(EnrolmentStatus.UNSUBSCRIBED);
        assertThat(words()).contains("You have unsubscribed", "You can come back when you like");
        press("Resubscribe… (brings 1 back)");
        press(dialog(), "Resubscribe, bring 1 back");
        assertThat(words(dialog())).contains("You are back in", "✓ back, approved");
        assertThat(desk.statusOf(talk)).isEqualTo(BookingStatus.APPROVED);
    }

    @Test
    void d7WhoWasUnsubscribedByTheMentorIsToldWhomToAskAndCannotComeBackAlone() {
        mentoring.unsubscribe(scene.mentor(), scene, "Moved away");
        visit(scene.student()).opens("standing");
        assertThat(words()).contains("You were unsubscribed", "Moved away", "Ask " + scene.mentor().displayName())
                .doesNotContain("Resubscribe…");
    }

    @Test
    void whoIsInNoCycleReadsWhatToDo() {
        visit(school.student()).opens("standing");
        assertThat(words()).contains("You are in no mentoring cycle.", "Book a slot");
    }

    private String when(BookingDetails booking) {
        return formats.daySpan(booking.start(), booking.end());
    }
}
