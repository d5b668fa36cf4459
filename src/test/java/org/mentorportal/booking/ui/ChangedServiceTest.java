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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.booking.RetirementOutcome;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.BookingScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A service that is edited or retired while a week of it is open. */
class ChangedServiceTest extends BookingScreenTest {

    @Autowired
    CatalogueService catalogue;
    @Autowired
    RetirementService retirement;

    private AccountInfo admin;
    private ServiceInfo volleyball;
    private ServiceInfo football;

    @BeforeEach
    void twoOnOneGround() {
        admin = school.admin();
        ResourceInfo ground = school.ground();
        volleyball = school.service(ground, Approval.PRINCIPAL);
        football = school.service(ground, Approval.PRINCIPAL);
        visit(student).opens("book/" + volleyball.id() + "?week=" + formats.dayOf(start));
    }

    @Test
    void anEditedServiceIsShownAnewAndStaysLive() {
        assertThat(words()).contains("up to 12 players");
        edit(5);
        soon(() -> assertThat(words()).contains("up to 5 players"));
        desk.book(school.student(), football, start);
        soon(() -> assertThat(words(cell())).isEqualTo("Taken"));
    }

    @Test
    void aRetiredServiceSaysThatItIsNoLongerOffered() {
        retire();
        soon(() -> assertThat(words()).contains(volleyball.name() + " is no longer offered.", "See what else can be booked"));
        assertThat(_find(SlotCell.class)).isEmpty();
    }

    @Test
    void whoeverIsWritingMeanwhileReadsThatItIsNoLongerOffered() {
        _click(_get(cell(), NativeButton.class));
        press("Book this slot");
        retire();
        soon(() -> assertThat(words(dialog())).contains(volleyball.name() + " is no longer offered."));
    }

    private SlotCell cell() {
        return _get(SlotCell.class, cells -> cells.withId("slot-" + start.getEpochSecond()));
    }

    private void edit(int players) {
        assertThat(school.as(admin, () -> catalogue.edit(new EditService(volleyball.id(), volleyball.version(), volleyball.name(),
                volleyball.timing(), volleyball.capacity(), players, volleyball.approval(), volleyball.limits(), volleyball.hours()),
                CommandKey.fresh()))).isInstanceOf(CatalogueOutcome.Done.class);
    }

    private void retire() {
        assertThat(school.as(admin, () -> retirement.retire(new RetireService(volleyball.id(), volleyball.version(),
                LiveBookings.KEEP, ""), CommandKey.fresh()))).isInstanceOf(RetirementOutcome.Retired.class);
    }
}
