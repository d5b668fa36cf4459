package org.mentorportal.input;

import java.util.EnumSet;
import java.util.Set;

/**
 * A way to a form.
 *
 * @param classes of the screens that make its text fields
 * @param open    brings it up, with whatever it needs, however often
 * @param slow    whether that takes a whole story each time: then only the worst classes are tried, and all of them with {@code --long}
 */
record Opener(String name, Set<String> classes, Runnable open, boolean slow) {

    private static final Set<BadInput> WORST = EnumSet.of(BadInput.EMPTY, BadInput.ONE_TOO_LONG, BadInput.NUL, BadInput.LINES, BadInput.HALF_CHARACTERS,
            BadInput.MARKUP);

    static Opener of(String name, String classes, Runnable open) {
        return new Opener(name, Set.of(classes.split(" ")), open, false);
    }

    static Opener slow(String name, String classes, Runnable open) {
        return new Opener(name, Set.of(classes.split(" ")), open, !Boolean.getBoolean("portal.long"));
    }

    Set<BadInput> tried() {
        return slow ? WORST : EnumSet.allOf(BadInput.class);
    }

    @Override
    public String toString() {
        return name;
    }
}
