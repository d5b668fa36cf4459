package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.PendingRequest;

/** A booking with what is needed to decide: who, what for, when, since when, and what else the student has that week. */
final class RequestRow extends ListItem {

    private final BookingTexts texts;

    /** A request that waits. */
    RequestRow(BookingTexts texts, PendingRequest request, boolean selected, Consumer<Boolean> picked, Runnable approve,
               Runnable reject) {
        this(texts, request.booking(), selected, picked);
        BookingDetails booking = request.booking();
        var asked = new Div(new Span(texts.get("approvals.asked", texts.formats().ago(booking.requestedAt()))),
                new Span(otherBookings(request.sameWeek())));
        asked.addClassNames("muted", "text", "asked");
        var actions = actions();
        if (booking.lapsed()) {
            actions.add(texts.chip(booking));
        } else {
            actions.add(button("approvals.approve", booking, approve, ""));
        }
        actions.add(button("approvals.reject", booking, reject, "grave"));
        add(asked, actions);
    }

    /** A booking that is approved. */
    RequestRow(BookingTexts texts, BookingDetails booking, boolean selected, Consumer<Boolean> picked, Runnable revoke) {
        this(texts, booking, selected, picked);
        var approved = new Div(new Span(booking.decidedBy() == null ? texts.get("approvals.automatic")
                : texts.get("approvals.by", booking.decidedBy())));
        approved.addClassNames("muted", "text", "asked");
        var actions = actions();
        actions.add(button("approvals.revoke", booking, revoke, "grave"));
        add(approved, actions);
    }

    private RequestRow(BookingTexts texts, BookingDetails booking, boolean selected, Consumer<Boolean> picked) {
        this.texts = texts;
        addClassNames("row", "request");
        setClassName("selected", selected);
        var pick = new Checkbox(selected);
        pick.setAriaLabel(texts.get("approvals.select", booking.studentName(), booking.service().title()));
        pick.addValueChangeListener(change -> {
            setClassName("selected", change.getValue());
            picked.accept(change.getValue());
        });
        var who = new Span(booking.studentName());
        who.addClassName("strong");
        var purpose = new Span(booking.service().players() > 1
                ? texts.get("approvals.purpose-players", booking.purpose(), booking.players()) : booking.purpose());
        purpose.addClassName("muted");
        var person = new Div(who, purpose);
        person.addClassName("text");
        var when = new Span(texts.when(booking));
        when.addClassName("strong");
        var what = new Div(when, new Span(booking.service().title()));
        what.addClassName("text");
        add(pick, person, what);
    }

    private static Div actions() {
        var actions = new Div();
        actions.addClassName("actions");
        return actions;
    }

    private Component button(String key, BookingDetails booking, Runnable action, String look) {
        var button = new Button(texts.get(key), click -> action.run());
        button.setAriaLabel(texts.get(key + "-spoken", booking.studentName(), booking.service().title(), texts.when(booking)));
        if (!look.isEmpty()) {
            button.addClassName(look);
        }
        return button;
    }

    private String otherBookings(List<BookingDetails> others) {
        return others.isEmpty() ? texts.get("approvals.no-others") : texts.get("approvals.others", others.size(),
                others.stream().map(other -> other.service().name() + " " + texts.formats().dayTime(other.start()))
                        .collect(Collectors.joining("; ")));
    }
}
