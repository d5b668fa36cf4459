package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;

/** It worked: what was booked, and what happens next. */
final class BookedDialog extends Dialog {

    private BookedDialog(BookingTexts texts, BookingDetails booking, String title, String next, Button further) {
        addClassName("portal-dialog");
        setHeaderTitle(title);
        var text = new Paragraph(next);
        text.addClassName("verdict");
        text.setClassName("waiting", booking.status() != BookingStatus.APPROVED);
        further.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        further.addClickListener(click -> close());
        add(text, texts.facts(booking.service(), texts.when(booking), booking.purpose(), booking.players(), booking.contact()));
        texts.way(booking).ifPresent(this::add);
        getFooter().add(new Button(texts.get("booked.stay"), click -> close()), further);
    }

    /** @param before whether the booking was there already, so that this press made none */
    static BookedDialog ofOneself(BookingTexts texts, BookingDetails booking, boolean before) {
        boolean approved = booking.status() == BookingStatus.APPROVED;
        var mine = further(texts.get("booked.my-bookings"), MyBookingsView.class);
        mine.setId("my-bookings");
        return new BookedDialog(texts, booking,
                texts.get(before ? "booked.already" : approved ? "booked.approved" : "booked.submitted"),
                texts.get(approved ? "booked.approved-text" : "booked.submitted-text"), mine);
    }

    /** By staff. */
    static BookedDialog ofStudent(BookingTexts texts, BookingDetails booking, boolean before) {
        return new BookedDialog(texts, booking, texts.get(before ? "staff.booked-before" : "staff.booked", booking.studentName()),
                texts.get("staff.booked-text." + booking.status(), booking.studentName()),
                further(texts.get("staff.bookings"), BookingsView.class));
    }

    private static Button further(String text, Class<? extends Component> view) {
        return new Button(text, click -> UI.getCurrent().navigate(view));
    }
}
