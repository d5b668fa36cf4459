package org.mentorportal.mentorship;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Refused;

/** What a weekly plan may be like. Whether there is a slot then is seen when it is filled: opening hours change. */
final class PlanRules {

    private static final int MOST_TIMES = 20;

    private PlanRules() {
    }

    /** @param times in order */
    static Optional<Refused> firstBroken(List<PlannedTime> times, CycleInfo cycle, Catalogue catalogue) {
        if (times.size() > MOST_TIMES) {
            return Optional.of(Refused.because(MentorshipRule.PLAN_TOO_LONG, MOST_TIMES));
        }
        return times.stream().flatMap(time -> broken(time, cycle, catalogue).stream()).findFirst().or(() -> overlap(times, catalogue));
    }

    private static Optional<Refused> broken(PlannedTime time, CycleInfo cycle, Catalogue catalogue) {
        Optional<ServiceInfo> service = catalogue.find(time.service());
        if (service.isEmpty()) {
            return Optional.of(Refused.because(CatalogueRule.UNKNOWN_SERVICE));
        }
        if (!cycle.serviceIds().contains(time.service())) {
            return Optional.of(Refused.because(MentorshipRule.PLAN_SERVICE, service.get().name(), cycle.name()));
        }
        return time.time().getSecond() == 0 && time.time().getNano() == 0 ? Optional.empty()
                : Optional.of(Refused.because(MentorshipRule.PLAN_TIME));
    }

    private static Optional<Refused> overlap(List<PlannedTime> times, Catalogue catalogue) {
        return IntStream.range(0, times.size()).boxed().flatMap(one -> times.subList(one + 1, times.size()).stream()
                .flatMap(other -> overlap(times.get(one), other, catalogue))).findFirst();
    }

    private static Stream<Refused> overlap(PlannedTime one, PlannedTime other, Catalogue catalogue) {
        ServiceInfo first = catalogue.service(one.service());
        long apart = Duration.between(one.time(), other.time()).toMinutes();
        return one.weekday() == other.weekday() && apart < first.timing().duration()
                ? Stream.of(Refused.because(MentorshipRule.PLAN_OVERLAP, first.name(), catalogue.service(other.service()).name(),
                        one.weekday()))
                : Stream.empty();
    }
}
