package org.mentorportal.shared;

import java.util.regex.Pattern;

/** What a person typed, without what nobody can see and no database or log should meet. */
public final class PlainText {

    /** Control characters but the line feed, invisible spaces, marks that turn the direction of writing, halves of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u200B\\u2028-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private PlainText() {
    }

    /** Without them, and without blanks at either end. */
    public static String of(String typed) {
        return UNSEEN.matcher(typed).replaceAll("").strip();
    }
}
