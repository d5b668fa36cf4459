package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Slot;

/** One slot on the grid: a button while it is free, else text. Only what differs from what it shows is sent. */
final class SlotCell extends Div {

    private final Slot slot;
    private final Consumer<Slot> chosen;
    private @Nullable CellModel shown;
    private boolean glow;

    SlotCell(Slot slot, Consumer<Slot> chosen) {
        this.slot = slot;
        this.chosen = chosen;
        getElement().setAttribute("role", "cell");
        setId("slot-" + slot.start().getEpochSecond());
    }

    Slot slot() {
        return slot;
    }

    boolean isFree() {
        return shown != null && shown.free();
    }

    /** @return whether anything changed */
    boolean show(CellModel model) {
        if (model.equals(shown)) {
            return false;
        }
        boolean first = shown == null;
        shown = model;
        removeAll();
        var state = new Span(model.state());
        state.addClassName("state");
        var detail = new Span(model.detail());
        if (model.free()) {
            var button = new NativeButton("", click -> chosen.accept(slot));
            button.add(state, detail);
            button.setAriaLabel(model.spoken());
            add(button);
        } else {
            add(state, detail);
        }
        setClassName("cell " + model.look() + (first ? "" : glowing()));
        return true;
    }

    /** Two names for one animation, in turn: the same one again would not play again. */
    private String glowing() {
        glow = !glow;
        return glow ? " just-a" : " just-b";
    }

    void setSelected(boolean selected) {
        setClassName("selected", selected && isFree());
        getChildren().filter(NativeButton.class::isInstance).forEach(button ->
                button.getElement().setAttribute("aria-pressed", Boolean.toString(selected)));
    }
}
