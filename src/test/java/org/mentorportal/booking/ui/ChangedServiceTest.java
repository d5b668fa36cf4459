package org.mentorportal.booking.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Screen.dialog;
import static org.mentorportal.support.Screen.press;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;

import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.support.BookingScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that is edited or retired while a week of it is open. */
class ChangedServiceTest extends BookingScreenTest {

    @Autowired
    JdbcClient jdbc;

    private ResourceInfo ground;
    private ServiceInfo volleyball;
    private ServiceInfo football;

    @BeforeEach
    void twoOnOneGround() {
        ground = school.ground();
        volleyball = school.service(ground, Approval.PRINCIPAL);
        football = school.service(ground, Approval.PRINCIPAL);
        visit(student).opens("book/" + volleyball.id() + "?week=" + formats.dayOf(start));
    }

    @Test
    void anEditedServiceIsShownAnewWithTheNextChange() {
        assertThat(words()).contains("up to 12 players");
        change("players = 5");
        desk.book(school.student(), football, start);
        soon(() -> assertThat(words()).contains("up to 5 players"));
        assertThat(words(_get(SlotCell.class, cells -> cells.withId("slot-" + start.getEpochSecond())))).isEqualTo("Taken");
    }

    @Test
    void aRetiredServiceSaysThatItIsNoLongerOffered() {
        change("retired = true");
        desk.book(school.student(), football, start);
        soon(() -> assertThat(words()).contains(volleyball.name() + " is no longer offered.", "See what else can be booked"));
        assertThat(_find(SlotCell.class)).isEmpty();
    }

    @Test
    void whoeverIsWritingMeanwhileReadsThatItIsNoLongerOffered() {
        _click(_get(_get(SlotCell.class, cells -> cells.withId("slot-" + start.getEpochSecond())), NativeButton.class));
        press("Book this slot");
        change("retired = true");
        desk.book(school.student(), football, start.plus(Duration.ofHours(2)));
        soon(() -> assertThat(words(dialog())).contains(volleyball.name() + " is no longer offered."));
    }

    /** As another node's edit; a new service elsewhere makes this node read the catalogue again. */
    private void change(String how) {
        jdbc.sql("update service set " + how + ", version = version + 1 where id = ?").param(volleyball.id().value()).update();
        school.service();
    }
}
