package org.mentorportal.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Refused;

/**
 * What a service can be like; the database keeps the same bounds. All that is wrong is told, so that a screen can say it
 * beside each field before anything is sent.
 */
public final class ServiceRules {

    /** Characters of a name. */
    public static final int NAME = 120;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private ServiceRules() {
    }

    /** Everything that is wrong with {@code terms} on {@code resource}, in the order of a form. */
    public static List<Refused> broken(ServiceTerms terms, ResourceInfo resource) {
        Timing timing = terms.timing();
        Limits limits = terms.limits();
        return Stream.concat(Stream.of(
                badName(terms.serviceName()),
                outside(timing.duration(), 5, 720, CatalogueRule.DURATION_RANGE),
                outside(timing.step(), 5, 720, CatalogueRule.STEP_RANGE),
                outside(timing.bufferBefore(), 0, 240, CatalogueRule.BUFFER_BEFORE_RANGE),
                outside(timing.bufferAfter(), 0, 240, CatalogueRule.BUFFER_AFTER_RANGE),
                outside(terms.capacity(), 1, 500, CatalogueRule.CAPACITY_RANGE),
                outside(terms.players(), 1, 500, CatalogueRule.PLAYERS_RANGE),
                terms.approval() == Approval.MENTOR && resource.kind() != ResourceKind.MENTOR
                        ? Optional.of(Refused.because(CatalogueRule.NO_MENTOR_TO_APPROVE)) : Optional.<Refused>empty(),
                outside(timing.notice(), 0, 43200, CatalogueRule.NOTICE_RANGE),
                outside(timing.horizon(), 0, 400, CatalogueRule.HORIZON_RANGE),
                outside(limits.cancelDeadline(), 0, 43200, CatalogueRule.CANCEL_DEADLINE_RANGE),
                outside(limits.perDay(), 1, 50, CatalogueRule.PER_DAY_RANGE),
                outside(limits.perWeek(), 1, 100, CatalogueRule.PER_WEEK_RANGE),
                outside(limits.atOnce(), 1, 500, CatalogueRule.AT_ONCE_RANGE)).flatMap(Optional::stream),
                broken(terms.hours()).stream()).toList();
    }

    /** Everything that is wrong with opening hours. */
    public static List<Refused> broken(List<Hours> hours) {
        var wrong = new ArrayList<Refused>();
        hours.forEach(window -> wrongWith(window).ifPresent(wrong::add));
        for (int first = 0; first < hours.size(); first++) {
            Hours one = hours.get(first);
            if (hours.subList(first + 1, hours.size()).stream().anyMatch(one::overlaps)) {
                wrong.add(Refused.because(CatalogueRule.HOURS_OVERLAP, one.weekday()));
            }
        }
        return List.copyOf(wrong);
    }

    private static Optional<Refused> wrongWith(Hours window) {
        if (!window.opens().isBefore(window.closes()) || !isWholeMinute(window.opens()) || !isWholeMinute(window.closes())) {
            return Optional.of(Refused.because(CatalogueRule.HOURS_TIMES, window.weekday()));
        }
        LocalDate last = Objects.requireNonNullElse(window.validUntil(), LATEST);
        return window.validFrom().isBefore(EARLIEST) || last.isAfter(LATEST) || window.validFrom().isAfter(last)
                ? Optional.of(Refused.because(CatalogueRule.HOURS_VALIDITY, window.weekday())) : Optional.empty();
    }

    static Optional<Refused> badName(String name) {
        return name.isBlank() || name.strip().length() > NAME
                ? Optional.of(Refused.because(CatalogueRule.NAME_LENGTH, NAME)) : Optional.empty();
    }

    private static Optional<Refused> outside(@Nullable Integer number, int least, int most, CatalogueRule rule) {
        return number == null || number >= least && number <= most ? Optional.empty()
                : Optional.of(Refused.because(rule, least, most));
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }
}
