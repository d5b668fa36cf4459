package org.mentorportal.input;

import java.util.List;
import java.util.stream.Stream;

/** The classes of what people, programs and attackers put into a field. Each text that can be kept carries {@link #MARK}. */
public enum BadInput {
    EMPTY(""),
    BLANK(" \t\u00a0\u2003"),
    ONE_TOO_LONG(null),
    A_MEGABYTE("m".repeat(1_048_576)),
    NUL("badmark\0nul"),
    LINES("badmark\r\n2026-01-01T00:00:00Z ERROR 1 --- forged line\n\n"),
    CONTROLS("badmark\u0001\u001b[31m\u007f\u0085\b"),
    BIDI("badmark \u202egnp.exe\u2066 \u200f"),
    HALF_CHARACTERS("badmark \ud800 \udc00x"),
    EMOJI_AND_INVISIBLE("badmark 👩‍👩‍👧 𝒳\u200b\ufeff e\u0301\u0323"),
    MARKUP("badmark <img src=x onerror=window.xss=1><script>window.xss=2</script>"),
    SQL("badmark'; drop table booking; -- \\' or 1=1 %_"),
    TEMPLATES("badmark ${7*7} #{7*7} {{7*7}} {0} {1,number} %s %n $0 \\u0041"),
    FORMULAS_AND_PATHS("=badmark HYPERLINK(\"http://evil.example\") ../../etc/passwd file:///c:\\ @SUM(1) +1 -1");

    public static final String MARK = "badmark";

    /** Twenty ways to get a script into a page. */
    static final List<String> SCRIPTS = Stream.of("<script>window.xss=1</script>", "<img src=x onerror=window.xss=1>", "<svg onload=window.xss=1>",
            "\"><script>window.xss=1</script>", "'><img src=x onerror=window.xss=1>", "</title><script>window.xss=1</script>",
            "</textarea><script>window.xss=1</script>", "<iframe srcdoc='<script>parent.xss=1</script>'></iframe>", "javascript:window.xss=1",
            "<a href=javascript:window.xss=1>x</a>", "\" onmouseover=\"window.xss=1\" autofocus onfocus=\"window.xss=1", "<details open ontoggle=window.xss=1>",
            "<body onload=window.xss=1>", "<math><mtext><table><mglyph><style><img src=x onerror=window.xss=1>", "<input autofocus onfocus=window.xss=1>",
            "<object data='data:text/html,<script>opener.xss=1</script>'>", "<base href='https://evil.example/'>", "{{constructor.constructor('window.xss=1')()}}",
            "${window.xss=1}", "<template shadowrootmode=open><img src=x onerror=window.xss=1></template>").toList();

    private final String text;

    @SuppressWarnings("NullAway")
    BadInput(String text) {
        this.text = text;
    }

    /** @param most characters that the field takes */
    public String text(int most) {
        return this == ONE_TOO_LONG ? "x".repeat(most + 1) : text;
    }
}
