package org.mentorportal.session.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import org.mentorportal.session.AttendanceDetails;

/** Asks somebody who acts for a mentor why. */
final class OnBehalfDialog extends Dialog {

    private static final int LONGEST = 300;

    OnBehalfDialog(SessionTexts texts, String title, List<AttendanceDetails> chosen, String act, Consumer<String> acted) {
        addClassName("portal-dialog");
        setHeaderTitle(title);
        var whom = new UnorderedList(chosen.stream().map(place -> new ListItem(texts.line(place))).toArray(ListItem[]::new));
        whom.addClassName("consequence");
        var reason = new TextArea(texts.get("mentor.reason"));
        reason.setHelperText(texts.get("mentor.reason-help"));
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(true);
        reason.setErrorMessage(texts.get("mentor.reason-needed"));
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        var content = new Div(whom, reason);
        content.addClassName("stack");
        add(content);
        var go = new Button(act, click -> {
            reason.setInvalid(reason.getValue().isBlank());
            if (!reason.isInvalid()) {
                close();
                acted.accept(reason.getValue().strip());
            }
        });
        go.setId("act");
        getFooter().add(new Button(texts.get("mentor.leave"), click -> close()), go);
        reason.focus();
    }
}
