package org.mentorportal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Above the fields of a dialog: what keeps them from being saved, read aloud at once and scrolled to; unseen while nothing does. */
public final class FormWarning extends Div {

    private final UnaryOperator<String> words;

    /** @param words by key */
    public FormWarning(UnaryOperator<String> words) {
        this.words = words;
        addClassNames("verdict", "warn", "stack");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public void say(String text) {
        show(new Paragraph(text));
    }

    /**
     * Somebody changed meanwhile what the fields are about.
     *
     * @param since what they changed, the oldest first; may be empty
     */
    public void sayChanged(String text, List<String> since, Runnable loadNewest, Runnable saveMine) {
        var newest = new Button(words.apply("stale.newest"), click -> {
            hide();
            loadNewest.run();
        });
        newest.setId("load-newest");
        var mine = new Button(words.apply("stale.mine"), click -> saveMine.run());
        mine.addClassName("grave");
        var choice = new Div(newest, mine);
        choice.addClassName("actions");
        var changes = new UnorderedList(since.stream().map(ListItem::new).toArray(ListItem[]::new));
        changes.setVisible(!since.isEmpty());
        show(new Paragraph(text), changes, choice);
    }

    private void show(Component... content) {
        removeAll();
        add(content);
        setVisible(true);
        scrollIntoView();
    }

    public void hide() {
        setVisible(false);
    }
}
