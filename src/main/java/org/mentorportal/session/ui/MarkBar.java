package org.mentorportal.session.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.mentorportal.session.Mark;

/** Marks everybody who is selected alike. */
final class MarkBar extends Div {

    private final SessionTexts texts;
    private final Checkbox all = new Checkbox();
    private final Map<Mark, Button> buttons = new EnumMap<>(Mark.class);
    private boolean showing;

    MarkBar(SessionTexts texts, Consumer<Boolean> picked, Consumer<Mark> marked) {
        this.texts = texts;
        addClassNames("bar", "marks");
        all.setLabel(texts.get("mentor.select-all"));
        all.addValueChangeListener(change -> {
            if (!showing) {
                picked.accept(change.getValue());
            }
        });
        add(all);
        for (Mark mark : Mark.values()) {
            var button = new Button("", click -> marked.accept(mark));
            button.addClassName("many");
            button.setClassName("grave", mark == Mark.NO_SHOW);
            buttons.put(mark, button);
            add(button);
        }
    }

    void show(int selected, int shown) {
        setVisible(shown > 0);
        showing = true;
        all.setValue(selected > 0 && selected == shown);
        showing = false;
        all.setIndeterminate(selected > 0 && selected < shown);
        buttons.forEach((mark, button) -> {
            button.setText(texts.get("mentor.many." + mark, selected));
            button.setEnabled(selected > 0);
        });
    }
}
