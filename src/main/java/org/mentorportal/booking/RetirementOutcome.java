package org.mentorportal.booking;

import java.util.List;
import java.util.Optional;
import org.mentorportal.catalogue.CatalogueChange;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of retiring a service. */
public sealed interface RetirementOutcome extends Outcome {

    /** @param cancelled by start; what a preview listed may have changed since */
    record Retired(ServiceInfo service, List<BookingDetails> cancelled) implements RetirementOutcome {
    }

    /** Somebody retired it before; nothing changed, whatever became of its bookings then. */
    record AlreadyRetired(ServiceInfo service) implements RetirementOutcome {
    }

    /**
     * Somebody changed the service since the person looked at it, and nothing was done.
     *
     * @param since what was changed, the oldest first
     */
    record Stale(ServiceInfo current, List<CatalogueChange> since) implements RetirementOutcome {
    }

    record NotDone(Refused why) implements RetirementOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Retired);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone(Refused why) -> Optional.of(why);
            case Stale stale -> Optional.of(Refused.because(CatalogueRule.SERVICE_CHANGED));
            case Retired retired -> Optional.empty();
            case AlreadyRetired before -> Optional.empty();
        };
    }
}
