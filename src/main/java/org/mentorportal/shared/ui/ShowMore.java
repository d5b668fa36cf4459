package org.mentorportal.shared.ui;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.function.IntFunction;

/** Under a list that may be long: its first rows are drawn at once, and more of them at each click. */
public final class ShowMore extends Button {

    private static final int PART = 50;

    private final IntFunction<String> words;
    private int most = PART;

    /** @param words of the button, by how many are not shown; @param show draws the list anew */
    public ShowMore(IntFunction<String> words, Runnable show) {
        this.words = words;
        setVisible(false);
        addClickListener(click -> {
            most += PART;
            show.run();
        });
    }

    /** Another list, or another search, begins with its first rows. */
    public void restart() {
        most = PART;
    }

    /** How many are to be drawn. */
    public int most() {
        return most;
    }

    /** So many are not drawn. */
    public void left(int left) {
        setText(words.apply(left));
        setVisible(left > 0);
    }

    /** Those of {@code all} that are to be drawn. */
    public <T> List<T> first(List<T> all) {
        List<T> drawn = all.subList(0, Math.min(most, all.size()));
        left(all.size() - drawn.size());
        return drawn;
    }
}
