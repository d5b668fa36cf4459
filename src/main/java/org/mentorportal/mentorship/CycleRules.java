package org.mentorportal.mentorship;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** What a cycle may be like; the resources of its services are locked, so that no other cycle takes them meanwhile. */
@Component
class CycleRules {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_DAYS = 400;
    private static final int HIGHEST_LIMIT = 20;

    private final Cycles cycles;
    private final CatalogueService catalogue;

    CycleRules(Cycles cycles, CatalogueService catalogue) {
        this.cycles = cycles;
        this.catalogue = catalogue;
    }

    /** @param before the cycle that is edited; null for a new one */
    Optional<Refused> firstBroken(CycleTerms terms, @Nullable CycleInfo before) {
        return name(terms).or(() -> days(terms)).or(() -> limit(terms)).or(() -> offered(terms, before))
                .or(() -> elsewhere(terms, before));
    }

    private static Optional<Refused> name(CycleTerms terms) {
        return terms.cycleName().isEmpty() || terms.cycleName().length() > LONGEST_NAME
                ? Optional.of(Refused.because(CatalogueRule.NAME_LENGTH, LONGEST_NAME)) : Optional.empty();
    }

    private static Optional<Refused> days(CycleTerms terms) {
        long days = ChronoUnit.DAYS.between(terms.firstDay(), terms.lastDay()) + 1;
        return days < 1 || days > MOST_DAYS ? Optional.of(Refused.because(MentorshipRule.CYCLE_DAYS, MOST_DAYS)) : Optional.empty();
    }

    private static Optional<Refused> limit(CycleTerms terms) {
        return terms.noShowLimit() < 1 || terms.noShowLimit() > HIGHEST_LIMIT
                ? Optional.of(Refused.because(MentorshipRule.NO_SHOW_LIMIT_RANGE, 1, HIGHEST_LIMIT)) : Optional.empty();
    }

    /** A service that retires while it is in a cycle may stay in it. */
    private Optional<Refused> offered(CycleTerms terms, @Nullable CycleInfo before) {
        Catalogue current = catalogue.current();
        Set<ServiceId> had = before == null ? Set.of() : before.serviceIds();
        return terms.services().stream().filter(service -> !had.contains(service)).map(current::service).filter(ServiceInfo::retired)
                .findFirst().map(retired -> Refused.because(BookingRuleId.SERVICE_RETIRED, retired.name()));
    }

    private Optional<Refused> elsewhere(CycleTerms terms, @Nullable CycleInfo before) {
        return cycles.elsewhere(before == null ? null : before.id(), terms).map(other -> Refused.because(
                MentorshipRule.SERVICE_IN_OTHER_CYCLE, catalogue.current().service(other.service()).name(), other.cycle()));
    }
}
