package org.mentorportal.catalogue;

import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.mentorportal.catalogue.CatalogueOutcome.Added;
import org.mentorportal.catalogue.CatalogueOutcome.NotAdded;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Refused;

/** A repeat is given what was added before, as it is now. */
record CatalogueAnswers<T>(ToLongFunction<T> id, LongFunction<T> byId) implements Answers<CatalogueOutcome<T>> {

    @Override
    public CatalogueOutcome<T> refused(Refused why) {
        return new NotAdded<>(why);
    }

    @Override
    public Receipt keep(CatalogueOutcome<T> success) {
        return new Receipt("ADDED", id.applyAsLong(((Added<T>) success).thing()), "OFFERED", 1);
    }

    @Override
    public CatalogueOutcome<T> again(Receipt first) {
        return new Added<>(byId.apply(first.subject()));
    }
}
