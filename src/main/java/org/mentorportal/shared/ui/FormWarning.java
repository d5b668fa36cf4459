package org.mentorportal.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Above the fields of a dialog that may be longer than the screen: what keeps them from being saved, scrolled to. */
public final class FormWarning extends Warning {

    private final UnaryOperator<String> words;

    /** @param words by key */
    public FormWarning(UnaryOperator<String> words) {
        this.words = words;
        addClassName("stack");
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
        removeAll();
        add(new Paragraph(text), changes, choice);
        appear();
    }

    @Override
    protected void appear() {
        super.appear();
        scrollIntoView();
    }
}
