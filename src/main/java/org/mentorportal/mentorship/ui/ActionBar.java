package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.mentorship.EnrolmentAction;
import org.mentorportal.mentorship.EnrolmentDetails;

/**
 * The buttons of what can be decided about an enrolment. A button stays the very same element while its words change: a click
 * that is on its way when a change is pushed is a click on it still.
 */
final class ActionBar extends Div {

    private static final Set<EnrolmentAction> GRAVE = Set.of(EnrolmentAction.REPROBATE, EnrolmentAction.UNSUBSCRIBE);

    private final EnrolmentActions actions;
    private final Runnable changed;
    private final Map<EnrolmentAction, Button> buttons = new EnumMap<>(EnrolmentAction.class);
    private @Nullable EnrolmentDetails enrolment;

    /** @param changed runs after each change */
    ActionBar(EnrolmentActions actions, Runnable changed) {
        this.actions = actions;
        this.changed = changed;
        addClassName("choices-of");
    }

    /** Shows those of {@code wanted} that the person may do, in that order. */
    ActionBar show(EnrolmentDetails now, WhatIf whatIf, List<EnrolmentAction> wanted) {
        enrolment = now;
        List<EnrolmentAction> here = wanted.stream().filter(now.actions()::contains).toList();
        here.forEach(action -> buttons.computeIfAbsent(action, this::button).setText(actions.label(action, whatIf)));
        List<Component> shown = here.stream().<Component>map(buttons::get).toList();
        if (!getChildren().toList().equals(shown)) {
            removeAll();
            add(shown);
        }
        return this;
    }

    private Button button(EnrolmentAction action) {
        var button = new Button("", click -> actions.open(action, Objects.requireNonNull(enrolment), changed));
        button.setClassName("grave", GRAVE.contains(action));
        return button;
    }
}
