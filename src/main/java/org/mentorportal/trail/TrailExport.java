package org.mentorportal.trail;

import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Words;
import org.springframework.stereotype.Service;

/** The trail as a file for spreadsheets, written while it is read. */
@Service
public class TrailExport {

    private final TrailService trail;
    private final Words words;
    private final Formats formats;

    TrailExport(TrailService trail, Words words, Formats formats) {
        this.trail = trail;
        this.words = words;
        this.formats = formats;
    }

    /**
     * The lines that the person who asks may read, the newest first, at most {@link TrailService#MOST_EXPORTED}; a last line says so
     * if there were more. Moments carry the school's offset.
     *
     * @throws UncheckedIOException if {@code out} takes no more
     */
    @PermitAll
    public void write(TrailFilter filter, Writer out) {
        put(out, "event", "at", "who", "role", "command", "subject", "version", "said", "reason");
        boolean more = trail.export(filter, line -> put(out, Long.toString(line.id()), formats.withOffset(line.at()).toString(), line.who(),
                words.of(line.as()), line.command(), line.subject().toString(), Integer.toString(line.seq()), line.said(),
                Objects.requireNonNullElse(line.reason(), "")));
        if (more) {
            put(out, words.get("trail.export.more", TrailService.MOST_EXPORTED));
        }
    }

    private static void put(Writer out, String... cells) {
        try {
            out.write(Csv.line(cells));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
