package org.mentorportal.account.ui;

import com.vaadin.flow.component.textfield.TextField;

/** Where a code is typed or filled in by the browser. */
final class CodeField extends TextField {

    CodeField(String label) {
        super(label);
        setWidthFull();
        getElement().setAttribute("autocomplete", "one-time-code").setAttribute("autocapitalize", "characters");
    }
}
