package org.mentorportal.shared.ui;

import java.util.function.IntFunction;

/**
 * What is looked at of a list that is long: one of its parts, what is searched for, and how many rows. Another part or search
 * begins at the top.
 */
public final class Looking<P> {

    public record Look<P>(P part, String search, int most) {
    }

    private final SearchField search;
    private final ShowMore more;
    private final Runnable read;
    private volatile Look<P> current;

    /** @param read reads and shows what {@link #current} says */
    public Looking(P first, SearchField search, IntFunction<String> moreWords, Runnable read) {
        this.search = search;
        this.read = read;
        more = new ShowMore(moreWords, () -> look(current.part));
        current = new Look<>(first, "", more.most());
        search.addValueChangeListener(change -> at(current.part));
    }

    /** Also for threads that hold no screen. */
    public Look<P> current() {
        return current;
    }

    /** The button under the list. */
    public ShowMore more() {
        return more;
    }

    public void at(P part) {
        more.restart();
        look(part);
    }

    private void look(P part) {
        current = new Look<>(part, search.getValue(), more.most());
        read.run();
    }
}
