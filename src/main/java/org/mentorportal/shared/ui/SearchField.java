package org.mentorportal.shared.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Finds rows of a list: what was typed counts once the person pauses. */
public final class SearchField extends TextField {

    /** @param what is searched for, to be read in the empty field and aloud */
    public SearchField(String what) {
        setPlaceholder(what);
        setAriaLabel(what);
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
    }
}
