package org.mentorportal.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The aggregate that an event is about: its type's word (DESIGN.md section 2) and its id. */
public record Subject(String type, long id) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z][a-z-]{0,30}):(\\d{1,18})");

    /** As {@link #toString} writes it; nothing if {@code text} is no subject. */
    public static Optional<Subject> of(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches() ? Optional.of(new Subject(written.group(1), Long.parseLong(written.group(2)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
