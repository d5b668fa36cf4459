package org.mentorportal.shared;

import java.util.List;

/**
 * An expected "no": which rule said it, and what its sentence needs (names, instants, numbers). A value, never an
 * exception.
 */
public record Refused(RuleId rule, List<Object> arguments) {

    public Refused {
        arguments = List.copyOf(arguments);
    }

    public static Refused because(RuleId rule, Object... arguments) {
        return new Refused(rule, List.of(arguments));
    }
}
