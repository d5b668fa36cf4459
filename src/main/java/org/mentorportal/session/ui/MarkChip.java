package org.mentorportal.session.ui;

import org.mentorportal.session.Mark;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Chip;

/** A mark as it looks on every screen. */
public final class MarkChip {

    private MarkChip() {
    }

    public static Chip of(Mark mark, Words words) {
        return new Chip(words.get("mentor.mark." + mark), switch (mark) {
            case ATTENDED -> Chip.Tone.OK;
            case NO_SHOW -> Chip.Tone.NO;
            case EXCUSED -> Chip.Tone.OFF;
        });
    }
}
