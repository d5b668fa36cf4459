package org.mentorportal.app.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.session.Mark;

/**
 * One row of mentees.txt; days are counted from today.
 *
 * @param plan   "Mon 07:30": weekly, with the lead mentor
 * @param filled up to which day the plan's bookings are made; or how many of them begin after a day
 * @param marks  what the lead mentor says of the first sessions; ATTENDED of all others
 */
record DemoMembership(String student, String lead, String cycle, int enrolled, List<String> plan, Filled filled, List<Mark> marks,
                      List<Deed> deeds) {

    private static final Pattern DEED = Pattern.compile("(\\w+) (-\\d+): (.*)");
    private static final Pattern FILLED = Pattern.compile("(\\d+)(?: after (-\\d+))?");

    /** Up to a day, where {@code after} is 0; else so many bookings that begin after that day. */
    record Filled(int number, int after) {
    }

    /**
     * What else happens in a mentee's weeks.
     *
     * @param kind reprobate, unsubscribe, answer (every no-show), return (so many of what was cancelled), take (so many of what
     *             was another's)
     */
    record Deed(String kind, int day, String words) {

        static Deed of(String text) {
            Matcher deed = match(DEED, text);
            return new Deed(deed.group(1), Integer.parseInt(deed.group(2)), deed.group(3));
        }
    }

    static DemoMembership of(List<String> row) {
        Matcher filled = match(FILLED, row.get(5));
        return new DemoMembership(row.get(0), row.get(1), row.get(2), Integer.parseInt(row.get(3)), parts(row.get(4), ", ").toList(),
                new Filled(Integer.parseInt(filled.group(1)), filled.group(2) == null ? 0 : Integer.parseInt(filled.group(2))),
                parts(row.get(6), " ").map(DemoMembership::mark).toList(), parts(row.get(7), "; ").map(Deed::of).toList());
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }

    private static Stream<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator)).filter(part -> !part.isEmpty());
    }

    private static Mark mark(String letter) {
        return Arrays.stream(Mark.values()).filter(mark -> mark.name().startsWith(letter)).findFirst().orElseThrow();
    }

    List<PlannedTime> times(ServiceId service) {
        return plan.stream().map(time -> time.split(" ")).map(time -> new PlannedTime(service, weekday(time[0]), LocalTime.parse(time[1]))).toList();
    }

    private static DayOfWeek weekday(String name) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().startsWith(name.toUpperCase(Locale.ROOT))).findFirst().orElseThrow();
    }
}
