package org.mentorportal.shared;

import java.util.Locale;

/** What a person searches for, as {@code like ... escape '\\'} takes it in lower case: what they type is no pattern. */
public final class LikePattern {

    private LikePattern() {
    }

    /** Whatever contains {@code text}; of a blank one, everything. */
    public static String containing(String text) {
        return "%" + PlainText.of(text).toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
