package org.mentorportal.catalogue;

import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/**
 * What came of a change of the catalogue.
 *
 * @param <T> what was added or changed
 */
public sealed interface CatalogueOutcome<T> extends Outcome {

    /** It was done now, or by an earlier sending of the same command; the thing is as it stands now. */
    record Done<T>(T thing) implements CatalogueOutcome<T> {
    }

    /** It was so already, and nothing changed. */
    record AlreadySo<T>(T thing) implements CatalogueOutcome<T> {
    }

    /**
     * Somebody changed it since the person looked at it, and nothing was done.
     *
     * @param current how it is now
     * @param since   what was changed, the oldest first
     */
    record Stale<T>(T current, List<CatalogueChange> since) implements CatalogueOutcome<T> {
    }

    record NotDone<T>(Refused why) implements CatalogueOutcome<T> {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Done);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone<T> no -> Optional.of(no.why);
            case Stale<T> stale -> Optional.of(Refused.because(CatalogueRule.SERVICE_CHANGED));
            case Done<T> done -> Optional.empty();
            case AlreadySo<T> already -> Optional.empty();
        };
    }
}
