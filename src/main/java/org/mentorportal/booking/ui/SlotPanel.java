package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.ui.Facts;

/** The verdict beside the button, before it is pressed; on a phone a sheet above the navigation. */
final class SlotPanel extends Aside {

    private final BookingTexts texts;
    private final ServiceInfo service;
    private final Consumer<Slot> book;
    private final Consumer<Slot> choose;
    private final Runnable closed;
    private @Nullable Shown shown;

    SlotPanel(BookingTexts texts, ServiceInfo service, Consumer<Slot> book, Consumer<Slot> choose, Runnable closed) {
        this.texts = texts;
        this.service = service;
        this.book = book;
        this.choose = choose;
        this.closed = closed;
        addClassNames("card", "panel");
        getElement().setAttribute("aria-live", "polite").setAttribute("aria-label", texts.get("panel.label"));
    }

    private record Shown(Slot slot, SlotState state, List<Slot> nextFree, boolean asked) {
    }

    void showNothing(boolean anyFree) {
        shown = null;
        removeAll();
        removeClassName("open");
        add(new H2(texts.get("panel.none")), muted(texts.get(anyFree ? "panel.choose" : "panel.none-free")));
    }

    /** @param asked whether the person touched the slot, so that a phone should show it */
    void show(Slot slot, SlotState state, List<Slot> nextFree, boolean asked) {
        var wanted = new Shown(slot, state, nextFree, asked);
        if (wanted.equals(shown)) {
            return; // nobody's focus or click is lost because another slot changed
        }
        shown = wanted;
        removeAll();
        setClassName("open", asked);
        var close = new NativeButton("×", click -> closed.run());
        close.addClassName("close");
        close.setAriaLabel(texts.get("panel.close"));
        add(close, new H2(texts.formats().dayTime(slot.start())), verdict(state), facts(slot));
        if (state instanceof SlotState.Free) {
            var button = new Button(texts.get("panel.book"), click -> book.accept(slot));
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            button.addClassName("wide");
            button.setId("book-slot");
            add(button);
        }
        if (!nextFree.isEmpty()) {
            add(nextFree(nextFree));
        }
    }

    private Div verdict(SlotState state) {
        var verdict = new Div(switch (state) {
            case SlotState.Free free -> "✓ " + texts.get("panel.free");
            case SlotState.Yours yours -> texts.get(yours.status() == BookingStatus.APPROVED ? "panel.approved"
                    : yours.begun() ? "panel.lapsed" : "panel.pending");
            case SlotState.Unavailable unavailable -> texts.refusal(unavailable.why());
        });
        verdict.addClassName("verdict");
        verdict.setClassName("warn", !(state instanceof SlotState.Free));
        return verdict;
    }

    private Facts facts(Slot slot) {
        return new Facts()
                .with(texts.get("booking.what"), service.name())
                .with(texts.get("booking.where." + service.resource().kind()), service.resource().name())
                .with(texts.get("panel.until"), texts.formats().time(slot.end()))
                .with(texts.get("panel.approval"), texts.get("panel.approval." + service.approval()));
    }

    private Div nextFree(List<Slot> slots) {
        var list = new Div(muted(texts.get("panel.next-free")));
        list.addClassName("next-free");
        slots.forEach(slot -> {
            var button = new NativeButton(texts.formats().dayTime(slot.start()), click -> choose.accept(slot));
            button.addClassName("link");
            list.add(button);
        });
        return list;
    }

    boolean isOpen() {
        return hasClassName("open");
    }

    private static Paragraph muted(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("muted");
        return paragraph;
    }
}
