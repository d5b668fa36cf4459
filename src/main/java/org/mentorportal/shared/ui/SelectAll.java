package org.mentorportal.shared.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;

/** Above a list whose rows can be selected: all of them, none, or something between. */
public final class SelectAll extends Checkbox {

    private boolean showing;

    /** @param picked is told what the person chose, never what {@link #show} says */
    public SelectAll(String label, Consumer<Boolean> picked) {
        super(label);
        addValueChangeListener(change -> {
            if (!showing) {
                picked.accept(change.getValue());
            }
        });
    }

    /** @param shown rows, of which so many are {@code selected} */
    public void show(int selected, int shown) {
        showing = true;
        setValue(selected > 0 && selected == shown);
        showing = false;
        setIndeterminate(selected > 0 && selected < shown);
    }
}
