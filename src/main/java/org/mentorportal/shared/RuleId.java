package org.mentorportal.shared;

import java.util.Locale;

/**
 * A rule that can say no. Each module lists its own in an enum; the words are in {@code messages.properties} under
 * {@code rule.<key>}, and a test finds words for every rule that exists.
 */
public interface RuleId {

    String name();

    default String key() {
        return "rule." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
