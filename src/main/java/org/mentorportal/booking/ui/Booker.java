package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Refused;

/** For whom a booking dialog books. */
interface Booker {

    /** Where the person says for whom, if that has to be said. */
    Optional<Component> chooser();

    /** Where the person begins to write. */
    void focus(DetailsForm form);

    /** Marks what is missing. */
    boolean isComplete();

    /** For whom, if it is not the person themselves. */
    String whom();

    /** What comes after the confirmation. */
    String next();

    /** Why it did not work, in words for who books. */
    String refusal(Refused why);

    BookingOutcome send(Slot slot, Details details);

    BookedDialog booked(BookingDetails booking, boolean before);
}
