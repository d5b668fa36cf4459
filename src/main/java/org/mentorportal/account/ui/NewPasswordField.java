package org.mentorportal.account.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import org.mentorportal.account.PasswordRules;
import org.mentorportal.shared.Words;

/** Where a person chooses a password; what it may be is said before, not after. */
final class NewPasswordField extends PasswordField {

    NewPasswordField(Words words) {
        super(words.get("password.new"));
        setHelperText(words.get("password.help", PasswordRules.LEAST, PasswordRules.RECOMMENDED));
        getElement().setAttribute("autocomplete", "new-password");
        setWidthFull();
    }
}
