package org.mentorportal.account.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.mentorportal.account.Person;
import org.mentorportal.shared.AccountId;

/** Somebody, found by a part of their name; two of one name differ by their address. */
public final class PersonField extends ComboBox<Person> {

    private static final int PAGE = 50;

    /** @param search who fits a text, at most so many; who is further down is found by name */
    public PersonField(String label, String placeholder, String missing, BiFunction<String, Integer, List<Person>> search) {
        setLabel(label);
        setPlaceholder(placeholder);
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
        setErrorMessage(missing);
        setPageSize(PAGE);
        setItems(query -> {
            List<Person> found = search.apply(query.getFilter().orElse(""), query.getLimit());
            return query.getOffset() == 0 ? found.stream() : Stream.empty();
        });
        setItemLabelGenerator(one -> one.name() + " · " + one.email());
        addValueChangeListener(change -> setInvalid(false));
    }

    /** Marks itself where nobody is chosen. */
    public boolean isComplete() {
        setInvalid(isEmpty());
        return !isEmpty();
    }

    /** Somebody must be chosen. */
    public AccountId chosen() {
        return getOptionalValue().orElseThrow().id();
    }
}
