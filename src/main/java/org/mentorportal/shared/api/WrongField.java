package org.mentorportal.shared.api;

import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/** Which field of a body could not be understood, as its caller wrote it: {@code changes.[2].at}. */
final class WrongField {

    private WrongField() {
    }

    /** Nothing, if it is not one field that is wrong. */
    static Optional<String> of(JacksonException wrong) {
        return wrong.getPath().isEmpty() ? named(wrong) : Optional.of(wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining(".")));
    }

    /** A name that is there twice is met before anybody knows what it belongs to. */
    private static Optional<String> named(JacksonException wrong) {
        return wrong instanceof StreamReadException twice && twice.getOriginalMessage().startsWith("Duplicate")
                && twice.processor() instanceof JsonParser parser
                ? Optional.ofNullable(parser.streamReadContext().currentName()) : Optional.empty();
    }
}
