package org.mentorportal.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared in a search: in lower case and without accents, as {@code searched} does in the database. */
public final class SearchText {

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");

    private SearchText() {
    }

    static String of(String text) {
        return ACCENTS.matcher(Normalizer.normalize(PlainText.of(text), Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether {@code search} is part of {@code name}; a blank one is part of all. */
    public static boolean isIn(String name, String search) {
        return of(name).contains(of(search));
    }
}
