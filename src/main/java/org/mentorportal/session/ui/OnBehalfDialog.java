package org.mentorportal.session.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.shared.ui.ReasonField;

/** Asks somebody who acts for a mentor why. */
final class OnBehalfDialog extends Dialog {

    OnBehalfDialog(SessionTexts texts, String title, List<AttendanceDetails> chosen, String act, Consumer<String> acted) {
        addClassName("portal-dialog");
        setHeaderTitle(title);
        var whom = new UnorderedList(chosen.stream().map(place -> new ListItem(texts.line(place))).toArray(ListItem[]::new));
        whom.addClassName("consequence");
        var reason = new ReasonField(texts.get("mentor.reason"), texts.get("mentor.reason-help"), texts.get("mentor.reason-needed"));
        var content = new Div(whom, reason);
        content.addClassName("stack");
        add(content);
        var go = new Button(act, click -> {
            if (reason.isComplete()) {
                close();
                acted.accept(reason.text());
            }
        });
        go.setId("act");
        getFooter().add(new Button(texts.get("mentor.leave"), click -> close()), go);
        reason.focus();
    }
}
