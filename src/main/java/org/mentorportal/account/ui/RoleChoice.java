package org.mentorportal.account.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.Words;

/** What somebody may act as; several are possible. */
final class RoleChoice extends CheckboxGroup<Role> {

    RoleChoice(Words words) {
        setLabel(words.get("accounts.roles"));
        setItems(Role.values());
        setItemLabelGenerator(words::of);
    }
}
