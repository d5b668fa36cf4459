package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import org.mentorportal.catalogue.ServiceInfo;

/** What a module that booking does not know tells a student on the screens of booking; each keeps its own part true. */
public interface BookingNotices {

    /** Above the student's own bookings. */
    Component onBookings();

    /** Above the week of {@code service}, where a student books. */
    Component onService(ServiceInfo service);
}
