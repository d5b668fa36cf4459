package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.Refused;

/** A student asks in their own name. */
final class ForOneself implements Booker {

    private final BookingTexts texts;
    private final ServiceInfo service;
    private final BookingService bookings;
    private final Sender<RequestBooking> sender = new Sender<>();

    ForOneself(BookingTexts texts, ServiceInfo service, BookingService bookings) {
        this.texts = texts;
        this.service = service;
        this.bookings = bookings;
    }

    @Override
    public Optional<Component> chooser() {
        return Optional.empty();
    }

    @Override
    public void focus(DetailsForm form) {
        form.focus();
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public String whom() {
        return "";
    }

    @Override
    public String next() {
        return texts.get("dialog.next." + service.approval());
    }

    @Override
    public String refusal(Refused why) {
        return texts.refusal(why);
    }

    @Override
    public BookingOutcome send(Slot slot, Details details) {
        return sender.send(new RequestBooking(service.id(), slot.start(), details.purpose(), details.players(), details.contact()),
                bookings::request);
    }

    @Override
    public BookedDialog booked(BookingDetails booking, boolean before) {
        return BookedDialog.ofOneself(texts, booking, before);
    }
}
