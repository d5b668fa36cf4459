package org.mentorportal.shared.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

/** A few words of a person's own. */
public final class ReasonField extends TextArea {

    private static final int LONGEST = 300;

    private final boolean needed;

    /**
     * @param help    who will read it
     * @param missing said where it was left empty; null = it may be
     */
    public ReasonField(String label, String help, @Nullable String missing) {
        needed = missing != null;
        setLabel(label);
        setHelperText(help);
        setMaxLength(LONGEST);
        setWidthFull();
        setRequiredIndicatorVisible(needed);
        setManualValidation(true);
        setErrorMessage(missing);
        setValueChangeMode(ValueChangeMode.LAZY);
    }

    /** Marks itself where it is missing, and takes whoever types on to it. What is not shown is not asked for. */
    public boolean isComplete() {
        setInvalid(needed && isVisible() && getValue().isBlank());
        if (isInvalid()) {
            focus();
            scrollIntoView(); // on a phone it may be further down
        }
        return !isInvalid();
    }

    public String text() {
        return getValue().strip();
    }
}
