package org.mentorportal.input;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import java.util.ArrayList;
import java.util.List;
import org.mentorportal.support.Screen;

/** The fields of the form that is open, and what its buttons do. */
final class Fields {

    /** A form has no more steps than this. */
    private static final int MOST_STEPS = 3;

    private Fields() {
    }

    static Component form() {
        List<Dialog> dialogs = _find(Dialog.class);
        return dialogs.isEmpty() ? UI.getCurrent() : dialogs.getLast();
    }

    /** That a person can write into; a numeric field's client sends numbers only. */
    @SuppressWarnings("unchecked")
    static List<TextFieldBase<?, String>> ofText() {
        List<TextFieldBase<?, String>> texts = new ArrayList<>();
        for (TextFieldBase<?, ?> field : _find(form(), TextFieldBase.class)) {
            if (field.getEmptyValue() instanceof String && !field.isReadOnly()) {
                texts.add((TextFieldBase<?, String>) field);
            }
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    static List<ComboBox<Object>> ofChoice() {
        List<ComboBox<Object>> boxes = new ArrayList<>();
        _find(form(), ComboBox.class).forEach(boxes::add);
        return boxes;
    }

    /** What a combo box offers to whoever types {@code text}. */
    @SuppressWarnings("unchecked")
    static List<Object> found(ComboBox<Object> box, String text) {
        DataProvider<Object, Object> items = (DataProvider<Object, Object>) (DataProvider<?, ?>) box.getDataProvider();
        return items.isInMemory() ? items.fetch(new Query<>()).filter(item -> box.getItemLabelGenerator().apply(item).contains(text)).toList()
                : items.fetch(new Query<>(0, 50, List.of(), null, text)).toList();
    }

    /** Presses what leads on, until the dialog is closed, asks for nothing more, or stays as it is. */
    static void send() {
        for (int step = 0; step < MOST_STEPS && !_find(Dialog.class).isEmpty() && !ofText().isEmpty() || step == 1 && isAsking(); step++) {
            String before = Screen.words();
            List<Button> buttons = _find(form(), Button.class).stream().filter(Button::isVisible).filter(HasEnabled::isEnabled).toList();
            if (buttons.isEmpty()) {
                return;
            }
            buttons.getLast().click();
            if (Screen.words().equals(before)) {
                return;
            }
        }
    }

    private static boolean isAsking() {
        return !_find(Dialog.class).isEmpty() && _find(form(), Button.class).size() > 1;
    }

    /** How many elements of the screen are given markup instead of text. */
    static long withMarkup() {
        return markup(UI.getCurrent().getElement());
    }

    private static long markup(Element element) {
        if (element.isTextNode()) {
            return 0;
        }
        long own = element.getProperty("innerHTML") != null || element.getProperty("outerHTML") != null
                || element.getAttributeNames().anyMatch(name -> name.startsWith("on")) ? 1 : 0;
        long children = element.getChildren().mapToLong(Fields::markup).sum();
        long[] virtual = {0};
        element.getNode().getFeatureIfInitialized(VirtualChildrenList.class)
                .ifPresent(list -> list.forEachChild(child -> virtual[0] += markup(Element.get(child))));
        return own + children + virtual[0];
    }
}
