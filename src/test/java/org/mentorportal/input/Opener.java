package org.mentorportal.input;

import java.util.Set;

/**
 * A way to a form.
 *
 * @param classes of the screens that make its text fields
 * @param open    brings it up, with whatever it needs, however often
 */
record Opener(String name, Set<String> classes, Runnable open) {

    static Opener of(String name, String classes, Runnable open) {
        return new Opener(name, Set.of(classes.split(" ")), open);
    }

    @Override
    public String toString() {
        return name;
    }
}
