package org.mentorportal.booking.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.Slot;

/**
 * {@code book/<service>?week=<any day of it>&slot=<the start that is chosen>}; what cannot be read is as if it were not there.
 *
 * @param slot of the week that is named; without a week none is meant
 */
record WeekAddress(Optional<ServiceId> service, Optional<LocalDate> week, Optional<Instant> slot) {

    static WeekAddress of(RouteParameters route, QueryParameters query) {
        Optional<LocalDate> week = query.getSingleParameter("week").flatMap(text -> parsed(text, LocalDate::parse));
        return new WeekAddress(route.get("service").flatMap(WeekAddress::id), week,
                week.flatMap(named -> query.getSingleParameter("slot").flatMap(text -> parsed(text, Instant::parse))));
    }

    static void goTo(Slot slot) {
        UI.getCurrent().navigate(ServiceView.class, new RouteParameters(new RouteParam("service", slot.service().toString())),
                QueryParameters.simple(Map.of("week", slot.day().toString(), "slot", slot.start().toString())));
    }

    private static Optional<ServiceId> id(String text) {
        try {
            return Optional.of(new ServiceId(Long.parseLong(text)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
