package org.mentorportal.shared;

/** What a person searches for, as {@code searched(name) like ... escape '\\'} takes it: what they type is no pattern. */
public final class LikePattern {

    private LikePattern() {
    }

    /** Whatever contains {@code text}; of a blank one, everything. */
    public static String containing(String text) {
        return "%" + SearchText.of(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
