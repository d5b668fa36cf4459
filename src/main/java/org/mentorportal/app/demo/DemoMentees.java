package org.mentorportal.app.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whom the demo school's mentors accompany, and what comes of it: mentees.txt. */
final class DemoMentees {

    private final List<DemoMentee> mentees;

    DemoMentees(DemoPeople people, DemoCycles cycles, DemoMentoring mentoring, DemoDesk desk, DemoDays days) {
        List<DemoMembership> rows = DemoFile.rows("mentees.txt").stream().map(DemoMembership::of).toList();
        this.mentees = IntStream.range(0, rows.size())
                .mapToObj(number -> new DemoMentee(number, rows.get(number), people, cycles, mentoring, desk, days)).toList();
    }

    List<DemoMentee> all() {
        return mentees;
    }

    Stream<DemoAct> acts() {
        return mentees.stream().flatMap(mentee -> mentee.acts(mentees));
    }
}
