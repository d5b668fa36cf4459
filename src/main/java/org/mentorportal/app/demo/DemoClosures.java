package org.mentorportal.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.catalogue.ResourceId;

/** What was, is and will be closed: closures.txt. */
final class DemoClosures {

    private static final String WHOLE_SCHOOL = "school";

    private final DemoPeople people;
    private final DemoCatalogue catalogue;
    private final DemoDesk desk;
    private final DemoDays days;

    DemoClosures(DemoPeople people, DemoCatalogue catalogue, DemoDesk desk, DemoDays days) {
        this.people = people;
        this.catalogue = catalogue;
        this.desk = desk;
        this.days = days;
    }

    Stream<DemoAct> acts() {
        return DemoFile.rows("closures.txt").stream().map(row -> new DemoAct(days.at(Integer.parseInt(row.get(0)), "13:15"),
                at -> desk.close(people.get(row.get(1)), closure(row), at)));
    }

    private CloseResource closure(List<String> row) {
        ResourceId resource = row.get(2).equals(WHOLE_SCHOOL) ? null : catalogue.resource(row.get(2)).id();
        String[] from = row.get(3).split(", ");
        String[] to = row.get(4).split(", ");
        int first = Integer.parseInt(from[0]);
        LocalDate begins = days.schoolDay(first);
        LocalDate ends = begins.plusDays(Integer.parseInt(to[0]) - first);
        return new CloseResource(resource, days.at(begins, from[1]), days.at(ends, to[1]), row.get(5));
    }
}
