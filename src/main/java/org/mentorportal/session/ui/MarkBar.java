package org.mentorportal.session.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.ui.SelectAll;

/** Marks everybody who is selected alike. */
final class MarkBar extends Div {

    private final SessionTexts texts;
    private final SelectAll all;
    private final Map<Mark, Button> buttons = new EnumMap<>(Mark.class);

    MarkBar(SessionTexts texts, Consumer<Boolean> picked, Consumer<Mark> marked) {
        this.texts = texts;
        addClassNames("bar", "marks");
        all = new SelectAll(texts.get("list.select-all"), picked);
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
        all.show(selected, shown);
        buttons.forEach((mark, button) -> {
            button.setText(texts.get("mentor.many." + mark, selected));
            button.setEnabled(selected > 0);
        });
    }
}
