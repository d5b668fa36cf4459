package org.mentorportal.shared.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state as a word on a colour; the word says it, the colour only helps. */
public final class Chip extends Span {

    /** What a colour means (LOOK.md): waiting, yours and sure, refused or grave, not for you. */
    public enum Tone {
        PENDING, OK, NO, OFF
    }

    public Chip(String text, Tone tone) {
        super(text);
        addClassNames("chip", tone.name().toLowerCase(Locale.ROOT));
    }
}
