package org.mentorportal.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Role;

/**
 * On some evenings mentors mark whose session has ended: of mentees what mentees.txt says, of all others what chance says. The
 * mentor of the sign-in page is always a dozen behind.
 */
final class DemoMarks {

    private static final List<Integer> EVENINGS = List.of(-21, -14, -8, -1);
    private static final int BEHIND = 12;

    private final List<AccountInfo> mentors;
    private final DemoCycles cycles;
    private final DemoMentoring mentoring;
    private final DemoDays days;
    private final Map<AccountId, Iterator<Mark>> scripts;
    private final Random random = new Random(2);

    DemoMarks(DemoPeople people, DemoCycles cycles, DemoMentees mentees, DemoMentoring mentoring, DemoDays days) {
        this.mentors = people.of(Role.MENTOR);
        this.cycles = cycles;
        this.mentoring = mentoring;
        this.days = days;
        this.scripts = mentees.all().stream().collect(Collectors.toMap(mentee -> mentee.student().id(), mentee -> mentee.row().marks().iterator()));
    }

    Stream<DemoAct> acts() {
        Stream<DemoAct> evenings = EVENINGS.stream().flatMap(day -> IntStream.range(0, mentors.size())
                .mapToObj(number -> new DemoAct(days.at(day, "19:45").plusSeconds(120L * number), at -> mark(mentors.get(number), at))));
        var justNow = new DemoAct(days.now().minus(Duration.ofMinutes(5)), at -> mark(mentors.getFirst(), at));
        return Stream.concat(evenings, Stream.of(justNow));
    }

    private void mark(AccountInfo mentor, Instant at) {
        List<AttendanceDetails> waiting = mentoring.waiting(mentor, at);
        int behind = mentor.equals(mentors.getFirst()) ? BEHIND : 0;
        waiting.stream().limit(Math.max(0, waiting.size() - behind)).forEach(place -> mentoring.mark(mentor, place.booking(), mark(place), at));
    }

    private Mark mark(AttendanceDetails place) {
        if (!cycles.has(place.service().id())) {
            return byChance();
        }
        Iterator<Mark> script = scripts.get(place.student());
        return script.hasNext() ? script.next() : Mark.ATTENDED;
    }

    private Mark byChance() {
        double chance = random.nextDouble();
        return chance < 0.86 ? Mark.ATTENDED : chance < 0.94 ? Mark.NO_SHOW : Mark.EXCUSED;
    }
}
