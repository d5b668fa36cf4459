package org.mentorportal.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The demo school's data: text files beside these classes, one row a line, columns between bars, # for a comment. */
final class DemoFile {

    private DemoFile() {
    }

    static List<List<String>> rows(String name) {
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoFile.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return file.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
