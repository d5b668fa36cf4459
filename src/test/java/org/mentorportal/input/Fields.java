package org.mentorportal.input;

import com.github.mvysny.kaributesting.v10.MockVaadin;
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
import java.util.function.Consumer;
import org.mentorportal.support.Screen;

/** The fields of the form that is open, and what its buttons do. Looks for itself, since a long page makes Karibu's looking slow. */
final class Fields {

    /** A form has no more steps than this. */
    private static final int MOST_STEPS = 3;

    private Fields() {
    }

    /** @return the form: a dialog is on the screen only after a round trip */
    static Component open(Opener opener) {
        opener.open().run();
        MockVaadin.clientRoundtrip(false);
        return form();
    }

    static Component form() {
        List<Dialog> dialogs = dialogs();
        return dialogs.isEmpty() ? UI.getCurrent() : dialogs.getLast();
    }

    static List<Dialog> dialogs() {
        return all(UI.getCurrent(), Dialog.class).stream().filter(Dialog::isOpened).toList();
    }

    static void closeDialogs() {
        dialogs().forEach(Dialog::close);
        MockVaadin.clientRoundtrip(false);
    }

    /** That a person can write into; a numeric field's client sends numbers only. */
    @SuppressWarnings("unchecked")
    static List<TextFieldBase<?, String>> ofText() {
        List<TextFieldBase<?, String>> texts = new ArrayList<>();
        for (TextFieldBase<?, ?> field : all(form(), TextFieldBase.class)) {
            if (field.getEmptyValue() instanceof String && !field.isReadOnly()) {
                texts.add((TextFieldBase<?, String>) field);
            }
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    static List<ComboBox<Object>> ofChoice() {
        List<ComboBox<Object>> boxes = new ArrayList<>();
        all(form(), ComboBox.class).forEach(boxes::add);
        return boxes;
    }

    /** What a combo box offers to whoever types {@code text}. */
    @SuppressWarnings("unchecked")
    static List<Object> found(ComboBox<Object> box, String text) {
        DataProvider<Object, Object> items = (DataProvider<Object, Object>) (DataProvider<?, ?>) box.getDataProvider();
        return items.isInMemory() ? items.fetch(new Query<>()).filter(item -> box.getItemLabelGenerator().apply(item).contains(text)).toList()
                : items.fetch(new Query<>(0, 50, List.of(), null, text)).toList();
    }

    /** Presses what leads on, until the dialog is closed, has nothing to press, or stays as it is. */
    static void send() {
        for (int step = 0; step < MOST_STEPS && !dialogs().isEmpty(); step++) {
            Component form = form();
            String before = Screen.words(form);
            List<Button> buttons = all(form, Button.class).stream().filter(HasEnabled::isEnabled).toList();
            boolean isOver = step > 0 && buttons.size() < 2;
            if (buttons.isEmpty() || isOver) {
                return;
            }
            buttons.stream().filter(button -> button.getThemeNames().contains("primary") || button.hasClassName("grave")).reduce((one, next) -> next)
                    .orElse(buttons.getLast()).click();
            MockVaadin.clientRoundtrip(false);
            if (form() == form && Screen.words(form).equals(before)) {
                return;
            }
        }
    }

    /** How many elements of the screen are given markup instead of text. */
    static long withMarkup() {
        var found = new ArrayList<Element>();
        walk(UI.getCurrent().getElement(), element -> {
            if (!element.isTextNode() && (element.getProperty("innerHTML") != null || element.getProperty("outerHTML") != null
                    || element.getAttributeNames().anyMatch(name -> name.startsWith("on")))) {
                found.add(element);
            }
        });
        return found.size();
    }

    /** Those that are visible, in the order of the page. */
    static <T> List<T> all(Component root, Class<T> type) {
        List<T> found = new ArrayList<>();
        walk(root.getElement(), element -> element.getComponent().filter(type::isInstance).map(type::cast).ifPresent(found::add));
        return found;
    }

    private static void walk(Element element, Consumer<Element> visit) {
        if (!element.isTextNode() && !element.isVisible()) {
            return;
        }
        visit.accept(element);
        if (!element.isTextNode()) {
            element.getChildren().forEach(child -> walk(child, visit));
            element.getNode().getFeatureIfInitialized(VirtualChildrenList.class)
                    .ifPresent(list -> list.forEachChild(child -> walk(Element.get(child), visit)));
        }
    }
}
