package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a screen that is made anew only when what it shows is different: else nobody's focus or click is lost. */
final class Part<T> extends Div {

    private final Function<T, ?> essence;
    private final Function<T, Optional<? extends Component>> make;
    private @Nullable Object shown;

    /**
     * @param essence what of a value is shown here
     * @param make    nothing where there is nothing to show
     */
    Part(Function<T, ?> essence, Function<T, Optional<? extends Component>> make) {
        this.essence = essence;
        this.make = make;
        setVisible(false);
    }

    void show(T value) {
        Object now = essence.apply(value);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        Optional<? extends Component> content = make.apply(value);
        content.ifPresent(this::add);
        setVisible(content.isPresent());
    }
}
