package org.mentorportal.trail;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;

/** Lines of comma-separated values (RFC 4180) that no spreadsheet takes for a formula. */
final class Csv {

    /** What a spreadsheet may begin to calculate at, or look behind for that (ASVS V1.2.10). */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\0";

    private Csv() {
    }

    /** With its line's end. */
    static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(one -> one == '"' || one == ',' || one == '\n' || one == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
