package org.mentorportal.booking.ui;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentorportal.catalogue.CatalogueChange;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.ChangeWords;
import org.springframework.stereotype.Component;

/** How a service reads to those who change it. */
@Component
class ServiceTexts {

    private final BookingTexts texts;
    private final ChangeWords changes;

    ServiceTexts(BookingTexts texts, ChangeWords changes) {
        this.texts = texts;
        this.changes = changes;
    }

    String weekday(DayOfWeek day) {
        return texts.formats().weekdayName(day);
    }

    /** Mon, Wed 9:00–13:00 · Fri 15:00–17:00 until Fri 4 December */
    String hours(ServiceInfo service) {
        Map<String, String> daysByWindow = new LinkedHashMap<>();
        service.hours().forEach(hours -> daysByWindow.merge(window(hours),
                texts.formats().shortWeekday(hours.weekday()), (days, day) -> days + ", " + day));
        return daysByWindow.isEmpty() ? texts.get("services.no-hours") : daysByWindow.entrySet().stream()
                .map(window -> window.getValue() + " " + window.getKey()).collect(Collectors.joining(" · "));
    }

    private String window(Hours hours) {
        String times = texts.formats().time(hours.opens()) + "–" + texts.formats().time(hours.closes());
        return hours.validUntil() == null ? times
                : texts.get("services.hours-until", times, texts.formats().day(hours.validUntil()));
    }

    List<String> changes(List<CatalogueChange> since) {
        return changes.lines(since);
    }
}
