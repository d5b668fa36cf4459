package org.mentorportal.catalogue;

import java.util.function.Function;
import java.util.function.LongFunction;
import org.mentorportal.catalogue.CatalogueOutcome.Done;
import org.mentorportal.catalogue.CatalogueOutcome.NotDone;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Refused;

/** A repeat is given what was added or changed before, as it is now. */
record CatalogueAnswers<T>(Function<T, Receipt> receipt, LongFunction<T> byId) implements Answers<CatalogueOutcome<T>> {

    @Override
    public CatalogueOutcome<T> refused(Refused why) {
        return new NotDone<>(why);
    }

    @Override
    public Receipt keep(CatalogueOutcome<T> success) {
        return receipt.apply(((Done<T>) success).thing());
    }

    @Override
    public CatalogueOutcome<T> again(Receipt first) {
        return new Done<>(byId.apply(first.subject()));
    }
}
