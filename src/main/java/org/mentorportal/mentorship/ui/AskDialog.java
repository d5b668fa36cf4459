package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.ReasonField;
import org.mentorportal.shared.ui.Warning;

/** Says what a press does, takes a few words if there are any to give, and offers the harmless choice next to it. */
final class AskDialog extends Dialog {

    /** How the button that acts looks. */
    enum Look {
        PRIMARY, GRAVE
    }

    /**
     * @param acted gets what was written, "" where nothing is asked for; answers with why it was not done: then the dialog stays
     *              and says it
     */
    AskDialog(MentorshipTexts texts, String title, List<? extends Component> content, Optional<ReasonField> reason, String keep, String act,
              Look look, Function<String, Optional<Refused>> acted) {
        addClassName("portal-dialog");
        setHeaderTitle(title);
        var warning = new Warning();
        var all = new Div(warning);
        all.addClassName("stack");
        all.add(List.copyOf(content));
        reason.ifPresent(all::add);
        add(all);
        var button = new Button(act, click -> {
            if (reason.map(ReasonField::isComplete).orElse(true)) {
                acted.apply(reason.map(ReasonField::text).orElse(""))
                        .ifPresentOrElse(why -> warning.say(texts.refusal(why)), this::close);
            }
        });
        switch (look) {
            case PRIMARY -> button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            case GRAVE -> button.addClassName("grave");
        }
        button.setId("act");
        getFooter().add(new Button(keep, click -> close()), button);
        reason.ifPresent(ReasonField::focus);
    }
}
