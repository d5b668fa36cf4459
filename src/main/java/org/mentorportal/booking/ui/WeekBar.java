package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.ui.PageLink;

/** The way to other weeks of a service, and to the services that share its resource. */
final class WeekBar extends Div {

    WeekBar(BookingTexts texts, ServiceInfo service, List<ServiceInfo> sisters, LocalDate monday) {
        addClassName("bar");
        var week = new Div(weekLink(service, monday.minusWeeks(1), "‹", texts.get("grid.week-before")),
                new Span(texts.formats().week(monday)), weekLink(service, monday.plusWeeks(1), "›", texts.get("grid.week-after")));
        week.addClassNames("segments", "weeks");
        var others = new Div();
        others.addClassName("segments");
        sisters.forEach(sister -> {
            var link = link(sister, monday, sister.name());
            link.setClassName("on", sister.id().equals(service.id()));
            others.add(link);
        });
        var live = new Span(texts.get("grid.live"));
        live.addClassNames("chip", "off", "live");
        live.getElement().setAttribute("title", texts.get("grid.live-title"));
        add(week, others, live);
    }

    private static PageLink weekLink(ServiceInfo service, LocalDate day, String text, String spoken) {
        var link = link(service, day, text);
        link.setAriaLabel(spoken);
        return link;
    }

    private static PageLink link(ServiceInfo service, LocalDate week, String text) {
        return new PageLink("book/" + service.id() + "?week=" + week, text);
    }
}
