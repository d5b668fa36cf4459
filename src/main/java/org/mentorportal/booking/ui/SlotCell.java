package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Slot;

/**
 * One slot on the grid: a button for whoever could book, also where it can only say why not; else text. It stays the very
 * same element while its state changes, so that nobody's focus is lost. Only what differs from what it shows is sent.
 */
final class SlotCell extends Div {

    /** What a press does. */
    interface Chosen {

        /** @param byKeyboard whether nobody pointed at it */
        void choose(Slot slot, boolean byKeyboard);
    }

    private final Slot slot;
    private final Span state = new Span();
    private final Span detail = new Span();
    private final Optional<NativeButton> button;
    private @Nullable CellModel shown;
    private boolean glow;

    /** @param chosen what a press does; without it the cell is text */
    SlotCell(Slot slot, Optional<Chosen> chosen) {
        this.slot = slot;
        getElement().setAttribute("role", "cell");
        setId("slot-" + slot.start().getEpochSecond());
        state.addClassName("state");
        button = chosen.map(act -> new NativeButton("", click -> act.choose(slot, click.getClickCount() == 0)));
        button.ifPresentOrElse(it -> {
            it.add(state, detail);
            add(it);
        }, () -> add(state, detail));
    }

    Slot slot() {
        return slot;
    }

    void focus() {
        button.ifPresent(NativeButton::focus);
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
        state.setText(model.state());
        detail.setText(model.detail());
        detail.setVisible(!model.detail().isEmpty());
        button.ifPresent(it -> it.setAriaLabel(model.spoken()));
        setClassName("cell " + model.look() + (hasClassName("selected") ? " selected" : "") + (first ? "" : glowing()));
        return true;
    }

    /** Two names for one animation, in turn: the same one again would not play again. */
    private String glowing() {
        glow = !glow;
        return glow ? " just-a" : " just-b";
    }

    void setSelected(boolean selected) {
        setClassName("selected", selected && button.isPresent());
        button.ifPresent(it -> it.getElement().setAttribute("aria-pressed", Boolean.toString(selected)));
    }
}
