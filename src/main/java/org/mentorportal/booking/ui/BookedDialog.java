package org.mentorportal.booking.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;

/** It worked: what was booked, and what happens next. */
final class BookedDialog extends Dialog {

    /** @param before whether the booking was there already, so that this press made none */
    BookedDialog(BookingTexts texts, BookingDetails booking, boolean before) {
        addClassName("portal-dialog");
        boolean approved = booking.status() == BookingStatus.APPROVED;
        setHeaderTitle(texts.get(before ? "booked.already" : approved ? "booked.approved" : "booked.submitted"));
        var text = new Paragraph(texts.get(approved ? "booked.approved-text" : "booked.submitted-text"));
        text.addClassName("verdict");
        text.setClassName("waiting", !approved);
        add(text, texts.facts(booking.service(), texts.when(booking), booking.purpose(), booking.players(), booking.contact()));
        var mine = new Button(texts.get("booked.my-bookings"), click -> {
            UI.getCurrent().navigate(MyBookingsView.class);
            close();
        });
        mine.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        mine.setId("my-bookings");
        getFooter().add(new Button(texts.get("booked.stay"), click -> close()), mine);
    }
}
