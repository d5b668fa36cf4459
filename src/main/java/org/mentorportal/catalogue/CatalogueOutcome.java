package org.mentorportal.catalogue;

import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** @param <T> what was added */
public sealed interface CatalogueOutcome<T> extends Outcome {

    record Added<T>(T thing) implements CatalogueOutcome<T> {
    }

    record NotAdded<T>(Refused why) implements CatalogueOutcome<T> {
    }

    @Override
    default boolean changedNothing() {
        return this instanceof NotAdded;
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotAdded<T>(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
