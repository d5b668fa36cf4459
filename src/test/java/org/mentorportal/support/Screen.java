package org.mentorportal.support;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ.assertEditableByUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ClickNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import org.awaitility.core.ThrowingRunnable;

/** What a person reads and does on the screen of the {@link Visit} that has the thread, in the words that they see. */
public final class Screen {

    /** How soon another's change must be seen (A2). */
    private static final Duration SOON = Duration.ofSeconds(2);

    private Screen() {
    }

    /** As a link on a page does; {@code path} may carry a query. */
    public static void open(String path) {
        var location = new Location(path.equals(".") ? "" : path);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        settle();
    }

    /** What was pushed, and what waits for the end of a request, is on the screen afterwards. */
    static void settle() {
        MockVaadin.clientRoundtrip(false);
    }

    /** Everything that can be read, dialogs included, in the order of the page. */
    public static String words() {
        settle();
        return words(UI.getCurrent());
    }

    /** Everything that can be read in {@code part}. */
    public static String words(Component part) {
        var words = new StringJoiner(" ");
        read(part.getElement(), words);
        return words.toString();
    }

    private static void read(Element element, StringJoiner words) {
        if (element.isTextNode()) {
            words.add(element.getText());
        } else if (element.isVisible()) {
            element.getComponent().filter(Dialog.class::isInstance).map(Dialog.class::cast)
                    .ifPresent(dialog -> words.add(dialog.getHeaderTitle()));
            element.getChildren().forEach(child -> read(child, words));
            element.getNode().getFeatureIfInitialized(VirtualChildrenList.class).ifPresent(virtual ->
                    virtual.forEachChild(child -> read(Element.get(child), words)));
        }
    }

    public static Dialog dialog() {
        return _get(Dialog.class);
    }

    /** The row of a list that names {@code what}; there must be exactly one. */
    public static ListItem row(String what) {
        return _get(ListItem.class, rows -> rows.withClasses("row").withPredicate(row -> words(row).contains(what)));
    }

    public static List<ListItem> rows() {
        return _find(ListItem.class, rows -> rows.withClasses("row"));
    }

    /** Presses the one button of the screen that reads {@code text}. */
    public static void press(String text) {
        press(UI.getCurrent(), text);
    }

    public static void press(Component part, String text) {
        _click((ClickNotifier<?>) button(part, text));
    }

    public static Component button(String text) {
        return button(UI.getCurrent(), text);
    }

    private static Component button(Component part, String text) {
        List<Component> found = buttons(part, text);
        assertThat(found).as("buttons that read \"%s\" in: %s", text, words(part)).hasSize(1);
        return found.getFirst();
    }

    public static List<Component> buttons(Component part, String text) {
        return _find(part, Component.class, all -> all.withPredicate(one ->
                (one instanceof Button || one instanceof NativeButton) && words(one).equals(text)));
    }

    /** Fills in a field that the person can change; Karibu's own way does not fit this Vaadin. */
    public static <V> void write(HasValue<?, V> field, V value) {
        assertEditableByUser((Component) field);
        field.setValue(value);
    }

    /** Follows the one link within {@code part} that reads {@code text}. */
    public static void follow(Component part, String text) {
        open(link(part, text).getHref());
    }

    /** The one link within {@code part} that reads {@code text}. */
    public static Anchor link(Component part, String text) {
        return _get(part, Anchor.class, links -> links.withPredicate(link -> words(link).equals(text)));
    }

    /** What the passing notice says; there must be exactly one. */
    public static String notice() {
        return _get(Notification.class).getElement().getProperty("text");
    }

    /** Within two seconds, by pushes alone. */
    public static void soon(ThrowingRunnable seen) {
        await().pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).atMost(SOON).untilAsserted(() -> {
            settle();
            seen.run();
        });
    }
}
