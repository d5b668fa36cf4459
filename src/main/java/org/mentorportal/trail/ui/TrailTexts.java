package org.mentorportal.trail.ui;

import org.mentorportal.audit.Subject;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Words;
import org.mentorportal.trail.TrailLine;
import org.springframework.stereotype.Component;

/** What the trail's screens say. */
@Component
class TrailTexts {

    private final Words words;
    private final Formats formats;

    TrailTexts(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    Words words() {
        return words;
    }

    Formats formats() {
        return formats;
    }

    String about(Subject subject) {
        return words.get("trail.about", kind(subject.type()), Long.toString(subject.id()));
    }

    /** The word for a kind of subject; its own where there is none. */
    String kind(String kind) {
        return TrailKinds.ALL.contains(kind) ? words.get("trail.kind." + kind) : kind;
    }

    /** When, in which role and by which command. */
    String circumstances(TrailLine line) {
        return words.get("trail.circumstances", formats.dayTime(line.at()), words.of(line.as()), line.command(), about(line.subject()),
                Integer.toString(line.seq()));
    }
}
