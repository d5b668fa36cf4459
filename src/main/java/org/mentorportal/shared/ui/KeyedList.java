package org.mentorportal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list that follows its items: a row whose item is the same stays the very same element, so that nobody's focus or click
 * is lost because something else changed.
 */
public final class KeyedList<T> extends UnorderedList {

    private record Row<T>(T item, Component component) {
    }

    private final Function<T, Object> key;
    private Map<Object, Row<T>> rows = new LinkedHashMap<>();

    public KeyedList(Function<T, Object> key) {
        this.key = key;
        addClassName("rows");
    }

    /** Shows {@code items} in their order; only what is new, gone or different is touched. */
    public void show(List<T> items, Function<T, ? extends Component> make) {
        Map<Object, Row<T>> next = new LinkedHashMap<>();
        items.forEach(item -> next.put(key.apply(item), kept(item, make)));
        rows.forEach((known, row) -> {
            if (next.get(known) != row) {
                remove(row.component);
            }
        });
        int index = 0;
        for (Row<T> row : next.values()) {
            if (!isAt(index, row.component)) {
                addComponentAtIndex(index, row.component);
            }
            index++;
        }
        rows = next;
        setVisible(!items.isEmpty());
    }

    /** Forgets all rows, so that the next {@link #show} makes them anew. */
    public void forget() {
        removeAll();
        rows = new LinkedHashMap<>();
    }

    /** Asks the element, which knows: a component counts its children one by one. */
    private boolean isAt(int index, Component component) {
        return index < getElement().getChildCount() && getElement().getChild(index).equals(component.getElement());
    }

    private Row<T> kept(T item, Function<T, ? extends Component> make) {
        Row<T> row = rows.get(key.apply(item));
        return row != null && row.item.equals(item) ? row : new Row<>(item, make.apply(item));
    }
}
