package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.Facts;

/** The verdict beside the button, before it is pressed, or why there is none; on a phone a sheet above the navigation. */
final class SlotPanel extends Aside {

    /** What can be done from here. */
    interface Acts {

        void book(Slot slot);

        void choose(Slot slot);

        void close();

        /** The buttons for the viewer's own booking. */
        Component own(SlotState.Yours booking, Slot slot);
    }

    private final BookingTexts texts;
    private final ServiceInfo service;
    private final boolean staff;
    private final Acts acts;
    private final Paragraph nothing = muted("");
    private @Nullable Shown shown;
    /** Where whoever came here by a link goes on. */
    private @Nullable Focusable<?> next;

    /** @param staff whether the viewer books for students */
    SlotPanel(BookingTexts texts, ServiceInfo service, boolean staff, Acts acts) {
        this.texts = texts;
        this.service = service;
        this.staff = staff;
        this.acts = acts;
        addClassNames("card", "panel");
        getElement().setAttribute("aria-live", "polite").setAttribute("aria-label", texts.get("panel.label"));
    }

    private record Shown(Slot slot, SlotState state, List<Slot> others, boolean asked) {
    }

    /** Only what differs is read aloud, though every change of the week comes here. */
    void showNothing(boolean anyFree) {
        nothing.setText(texts.get(anyFree ? "panel.choose" : "panel.none-free"));
        if (nothing.getParent().isEmpty()) {
            shown = null;
            removeAll();
            removeClassName("open");
            add(new H2(texts.get("panel.none")), nothing);
        }
    }

    /**
     * @param others free slots instead of this one
     * @param asked  whether the person touched the slot, so that a phone should show it
     */
    void show(Slot slot, SlotState state, List<Slot> others, boolean asked) {
        var wanted = new Shown(slot, state, others, asked);
        if (wanted.equals(shown)) {
            return; // nobody's focus or click is lost because another slot changed
        }
        shown = wanted;
        removeAll();
        setClassName("open", asked);
        var close = new NativeButton("×", click -> acts.close());
        close.addClassName("close");
        close.setAriaLabel(texts.get("panel.close"));
        next = close;
        add(close, new H2(texts.formats().dayTime(slot.start())));
        switch (state) {
            case SlotState.Free free -> add(verdict("✓ " + texts.get(staff ? "panel.free-staff" : "panel.free"), true), facts(slot),
                    bookButton(slot));
            case SlotState.Yours yours -> add(verdict(yours), facts(slot), acts.own(yours, slot));
            case SlotState.Unavailable unavailable -> addWhy(slot, unavailable.why());
        }
        if (!others.isEmpty()) {
            add(others(others, state instanceof SlotState.Unavailable ? "why.nearest" : "panel.next-free"));
        }
    }

    private void addWhy(Slot slot, Refused why) {
        add(new H3(texts.get("why.title")), verdict(texts.whyNot(why, service, staff), false), facts(slot));
    }

    private Button bookButton(Slot slot) {
        var button = new Button(texts.get(staff ? "panel.book-for" : "panel.book"), click -> acts.book(slot));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClassName("wide");
        button.setId("book-slot");
        next = button;
        return button;
    }

    private Div verdict(SlotState.Yours yours) {
        boolean sure = yours.status() == BookingStatus.APPROVED;
        return verdict(texts.get(sure ? "panel.approved" : yours.begun() ? "panel.lapsed" : "panel.pending"), sure);
    }

    private static Div verdict(String text, boolean good) {
        var verdict = new Div(text);
        verdict.addClassName("verdict");
        verdict.setClassName("warn", !good);
        return verdict;
    }

    private Facts facts(Slot slot) {
        return new Facts()
                .with(texts.get("booking.what"), service.name())
                .with(texts.get("booking.where." + service.resource().kind()), service.resource().name())
                .with(texts.get("panel.until"), texts.formats().time(slot.end()))
                .with(texts.get("panel.approval"), texts.get("panel.approval." + service.approval()));
    }

    private Div others(List<Slot> slots, String key) {
        var list = new Div(muted(texts.get(key)));
        list.addClassName("next-free");
        slots.forEach(slot -> {
            var button = new NativeButton(texts.formats().dayTime(slot.start()), click -> acts.choose(slot));
            button.addClassName("link");
            list.add(button);
        });
        return list;
    }

    void focus() {
        Optional.ofNullable(next).ifPresent(Focusable::focus);
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
