package org.mentorportal.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/** Asks before what cannot be undone, with the harmless choice next to the grave one. */
final class GraveDialog extends Dialog {

    GraveDialog(String title, Component consequence, String keep, String act, Runnable acted) {
        addClassName("portal-dialog");
        setHeaderTitle(title);
        add(consequence);
        var grave = new Button(act, click -> {
            close();
            acted.run();
        });
        grave.addClassName("grave");
        grave.setId("act");
        getFooter().add(new Button(keep, click -> close()), grave);
    }
}
