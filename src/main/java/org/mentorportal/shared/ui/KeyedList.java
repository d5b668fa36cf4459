package org.mentorportal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A list that follows its items: a row whose item is the same stays the very same element, so that nobody's focus or click
 * is lost because something else changed. Who stood on a row that did change goes on where it is made anew.
 */
public final class KeyedList<T> extends UnorderedList {

    /**
     * Whoever stood on a row that was made anew goes on with the same control of it, or with its neighbour's where the row has gone;
     * a dialog that is just closing is waited for.
     */
    private static final String KEEP_FOCUS = """
            const controls = 'a[href], button, vaadin-button, vaadin-checkbox, input';
            window.keepFocus = list => {
              if (list.stood !== undefined) return;
              list.stood = null;
              list.addEventListener('focusin', event => {
                const row = event.target.closest('li');
                if (row?.parentElement === list) {
                  list.stood = {row, at: [...list.children].indexOf(row),
                                control: [...row.querySelectorAll(controls)].findIndex(one => one.contains(event.target))};
                }
              });
              const goOn = (stood, times) => {
                const held = document.activeElement?.closest('vaadin-dialog');
                if (held && times > 0) {
                  setTimeout(() => goOn(stood, times - 1), 100);
                } else if (document.activeElement === document.body) {
                  const row = [...list.children].find(one => one.dataset.key === stood.row.dataset.key)
                      ?? list.children[Math.min(stood.at, list.children.length - 1)];
                  const all = [...row?.querySelectorAll(controls) ?? []];
                  (all[stood.control] ?? all.at(-1))?.focus({preventScroll: true});
                }
              };
              new MutationObserver(() => {
                const stood = list.stood;
                if (stood && !stood.row.isConnected) {
                  list.stood = null;
                  setTimeout(() => goOn(stood, 20), 100);
                }
              }).observe(list, {childList: true});
            };""";

    private record Row<T>(T item, Component component) {
    }

    private final Function<T, Object> key;
    private Map<Object, Row<T>> rows = new LinkedHashMap<>();

    public KeyedList(Function<T, Object> key) {
        this.key = key;
        addClassName("rows");
        addAttachListener(shown -> keepFocus(shown.getUI()));
    }

    /** The script goes to a page once, whatever lists it has. */
    private void keepFocus(UI ui) {
        if (ComponentUtil.getData(ui, KEEP_FOCUS) == null) {
            ComponentUtil.setData(ui, KEEP_FOCUS, true);
            ui.getPage().executeJs(KEEP_FOCUS);
        }
        getElement().executeJs("window.keepFocus(this)");
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
        return row != null && row.item.equals(item) ? row : new Row<>(item, made(item, make));
    }

    private Component made(T item, Function<T, ? extends Component> make) {
        Component row = make.apply(item);
        row.getElement().setAttribute("data-key", key.apply(item).toString());
        return row;
    }
}
