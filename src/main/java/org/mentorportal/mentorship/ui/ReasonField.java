package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/** A few words of a person's own. */
final class ReasonField extends TextArea {

    private static final int LONGEST = 300;

    private final boolean needed;

    /** @param help who will read it */
    ReasonField(MentorshipTexts texts, String label, String help, boolean needed) {
        this.needed = needed;
        setLabel(label);
        setHelperText(help);
        setMaxLength(LONGEST);
        setWidthFull();
        setRequiredIndicatorVisible(needed);
        setManualValidation(true);
        setErrorMessage(texts.get("mentee.reason-missing"));
        setValueChangeMode(ValueChangeMode.LAZY);
    }

    /** Marks itself where it is missing. */
    boolean isComplete() {
        setInvalid(needed && getValue().isBlank());
        if (isInvalid()) {
            focus();
        }
        return !isInvalid();
    }

    String text() {
        return getValue().strip();
    }
}
