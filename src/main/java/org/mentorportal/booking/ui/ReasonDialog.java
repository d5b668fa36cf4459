package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.ReasonField;
import org.mentorportal.shared.ui.Warning;

/** Shows what will happen, asks why, and offers the harmless choice next to the grave one. */
final class ReasonDialog extends Dialog {

    private final ReasonField reason;
    private final Warning warning = new Warning();

    /**
     * @param needed whether the person must give a reason; where not, none is asked for
     * @param acted  answers with what the person can mend, or try again: then the dialog stays and says it
     */
    ReasonDialog(BookingTexts texts, String title, List<? extends Component> consequence, boolean needed, String keep, String act,
                 Function<String, Optional<Refused>> acted) {
        addClassName("portal-dialog");
        setHeaderTitle(title);
        var content = new Div();
        content.addClassName("stack");
        content.add(warning);
        content.add(List.copyOf(consequence));
        reason = new ReasonField(texts.get("reason.label"), texts.get("reason.help"), texts.get("rule.reason-needed"));
        reason.setVisible(needed);
        content.add(reason);
        add(content);
        var grave = new Button(act, click -> {
            if (reason.isComplete()) {
                acted.apply(reason.text()).ifPresentOrElse(why -> warning.say(texts.refusal(why)), this::close);
            }
        });
        grave.addClassName("grave");
        grave.setId("act");
        getFooter().add(new Button(keep, click -> close()), grave);
        if (needed) {
            reason.focus();
        }
    }

    /** Begins with words that the person wrote before. */
    void begin(String words) {
        reason.setValue(words);
    }
}
