package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.catalogue.Slot;

/** It did not work: why, and the nearest slots that are free. */
final class LostDialog extends Dialog {

    LostDialog(BookingTexts texts, BookingOutcome.NotDone lost, String reason, Consumer<Slot> choose) {
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("lost.title"));
        var why = new Paragraph(reason);
        why.addClassNames("verdict", "warn");
        why.getElement().setAttribute("role", "alert");
        add(why);
        if (!lost.nearestFree().isEmpty()) {
            var slots = new Div(new Paragraph(texts.get("lost.nearest")));
            slots.addClassName("stack");
            lost.nearestFree().forEach(slot -> {
                var button = new Button(texts.when(slot), click -> {
                    close();
                    choose.accept(slot);
                });
                button.addClassNames("wide", "nearest");
                slots.add(button);
            });
            add(slots);
        }
        getFooter().add(new Button(texts.get("lost.close"), click -> close()));
    }
}
