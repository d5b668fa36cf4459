package org.mentorportal.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.Bar;
import org.mentorportal.booking.BookingRule;
import org.mentorportal.booking.ClaimedSlot;
import org.mentorportal.booking.HoldId;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * A service that is in some cycle is for that cycle's active mentees, on that cycle's days. The reason of a suspension is
 * not said here: others than the mentee read this too.
 */
@Component
class MenteeRule implements BookingRule {

    private final Memberships memberships;
    private final CatalogueService catalogue;

    MenteeRule(Memberships memberships, CatalogueService catalogue) {
        this.memberships = memberships;
        this.catalogue = catalogue;
    }

    @Override
    public String concerns() {
        return "exists (select 1 from cycle_service cs where cs.service_id = s.id)";
    }

    @Override
    public Optional<Refused> broken(ClaimedSlot claim) {
        return memberships.of(claim.student(), claim.service()).flatMap(known -> broken(known, claim.day(), claim.undoing()));
    }

    @Override
    public List<Bar> bars(Collection<AccountId> students, Collection<ResourceId> resources, LocalDate first, LocalDate last) {
        Catalogue current = catalogue.current(); // a service that is newer than it is on nobody's screen yet
        return memberships.of(students, resources).stream().filter(known -> current.find(known.service()).isPresent())
                .flatMap(known -> bars(known, first, last).stream()).toList();
    }

    /** Days in a row with the same refusal are one bar. */
    private List<Bar> bars(Memberships.OfService known, LocalDate first, LocalDate last) {
        var bars = new ArrayList<Bar>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Refused why = broken(known, day, null).orElse(null);
            if (why != null) {
                Bar before = bars.isEmpty() ? null : bars.getLast();
                boolean goesOn = before != null && before.why().equals(why) && before.last().plusDays(1).equals(day);
                LocalDate begins = goesOn ? bars.removeLast().first() : day;
                bars.add(new Bar(known.student(), known.service(), begins, day, why));
            }
        }
        return bars;
    }

    private Optional<Refused> broken(Memberships.OfService known, LocalDate day, @Nullable HoldId undoing) {
        return known.covering(day).map(membership -> broken(known, membership, undoing)).orElseGet(() -> Optional.of(beyond(known)));
    }

    private Optional<Refused> broken(Memberships.OfService known, Memberships.Membership membership, @Nullable HoldId undoing) {
        if (!membership.enrolled()) {
            return Optional.of(notAMentee(known, membership));
        }
        return Optional.ofNullable(membership.pause()).filter(pause -> !pause.hold().equals(undoing)).map(pause -> Refused.because(
                MentorshipRule.MENTEE_SUSPENDED, pause.kind(), pause.since(), pause.lead(), membership.cycle()));
    }

    /** The one of the student's cycles that comes last tells a mentee which days there are. */
    private Refused beyond(Memberships.OfService known) {
        return known.cycles().stream().filter(Memberships.Membership::enrolled).findFirst()
                .map(own -> Refused.because(MentorshipRule.BEYOND_CYCLE, own.cycle(), own.first(), own.last()))
                .orElseGet(() -> notAMentee(known, known.cycles().getFirst()));
    }

    private Refused notAMentee(Memberships.OfService known, Memberships.Membership membership) {
        return Refused.because(MentorshipRule.NOT_A_MENTEE, catalogue.current().service(known.service()).name(), membership.cycle());
    }
}
