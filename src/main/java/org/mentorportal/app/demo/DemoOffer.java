package org.mentorportal.app.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.Timing;

/** Reads a row of services.txt. */
final class DemoOffer {

    private static final Pattern WINDOW = Pattern.compile("(\\w+)-(\\w+) ([\\d:]+)-([\\d:]+)(?: until \\+(\\d+))?");
    private static final Pattern LIMIT = Pattern.compile("(\\d+) (a day|a week|to come)|cancel (\\d+)");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);

    private DemoOffer() {
    }

    static AddService of(List<String> row, ResourceId resource, DemoDays days) {
        List<Integer> length = numbers(row.get(2));
        List<Integer> buffers = numbers(row.get(3));
        List<String> horizon = parts(row.get(5), ",");
        var timing = new Timing(length.get(0), length.get(1), buffers.get(0), buffers.get(1), Integer.parseInt(row.get(4)),
                Integer.parseInt(horizon.get(0)), LocalTime.parse(horizon.get(1)));
        return new AddService(resource, row.get(1), timing, Integer.parseInt(row.get(6)), Integer.parseInt(row.get(7)),
                Approval.valueOf(row.get(8)), limits(row.get(9)),
                parts(row.get(10), ";").stream().flatMap(window -> hours(window, days)).toList());
    }

    /** "1 a day, 2 a week, 4 to come, cancel 120": at most so many, cancelled at least so many minutes before; or "none". */
    private static Limits limits(String text) {
        Limits limits = Limits.none();
        for (String part : text.equals("none") ? List.<String>of() : parts(text, ",")) {
            Matcher limit = LIMIT.matcher(part);
            if (!limit.matches()) {
                throw new IllegalArgumentException(text);
            }
            limits = limit.group(1) == null ? limits.withCancelDeadline(Integer.parseInt(limit.group(3)))
                    : with(limits, limit.group(2), Integer.parseInt(limit.group(1)));
        }
        return limits;
    }

    private static Limits with(Limits limits, String when, int most) {
        return switch (when) {
            case "a day" -> limits.withPerDay(most);
            case "a week" -> limits.withPerWeek(most);
            default -> limits.withAtOnce(most);
        };
    }

    /** "Mon-Fri 09:00-13:00 until +12": the same window on each of the weekdays, here until twelve days from today. */
    private static Stream<Hours> hours(String text, DemoDays days) {
        Matcher window = WINDOW.matcher(text);
        if (!window.matches()) {
            throw new IllegalArgumentException(text);
        }
        @Nullable LocalDate until = window.group(5) == null ? null : days.day(Integer.parseInt(window.group(5)));
        return IntStream.rangeClosed(weekday(window.group(1)).getValue(), weekday(window.group(2)).getValue())
                .mapToObj(weekday -> new Hours(DayOfWeek.of(weekday), LocalTime.parse(window.group(3)),
                        LocalTime.parse(window.group(4)), days.day(DemoDays.FIRST), until));
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.from(WEEKDAY.parse(name));
    }

    private static List<Integer> numbers(String text) {
        return parts(text, ",").stream().map(Integer::valueOf).toList();
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(String::strip).toList();
    }
}
