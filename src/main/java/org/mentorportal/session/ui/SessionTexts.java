package org.mentorportal.session.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceQuestion;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Chip;
import org.springframework.stereotype.Component;

/** How sessions and marks read on every screen. */
@Component
class SessionTexts {

    private final Words words;
    private final Formats formats;
    private final RefusalWords refusals;

    SessionTexts(Words words, Formats formats, RefusalWords refusals) {
        this.words = words;
        this.formats = formats;
        this.refusals = refusals;
    }

    String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    Formats formats() {
        return formats;
    }

    String when(AttendanceDetails place) {
        return formats.daySpan(place.start(), place.end());
    }

    /** Leo Vidal, Talk · Ms Ruiz, Mon 23 Nov, 9:00–10:00 */
    String line(AttendanceDetails place) {
        return place.studentName() + ", " + place.service().title() + ", " + when(place);
    }

    Chip chip(Mark mark) {
        return MarkChip.of(mark, words);
    }

    /** Who gave the mark that it has, and when; an admin did it on the mentor's behalf. */
    String stamp(AttendanceDetails place) {
        return place.markedBy() == null || place.markedAt() == null ? ""
                : words.get(place.markedAs() == Role.ADMIN ? "mentor.marked-on-behalf" : "mentor.marked-by", place.markedBy(),
                        formats.ago(place.markedAt()));
    }

    String said(AttendanceOutcome outcome, @Nullable Mark wanted) {
        return switch (outcome) {
            case AttendanceOutcome.Done done -> Optional.ofNullable(wanted).map(mark -> words.get("mentor.done", words.of(mark)))
                    .orElseGet(() -> words.get("mentor.undone"));
            case AttendanceOutcome.AlreadySo already -> Optional.ofNullable(wanted)
                    .map(mark -> words.get("mentor.already", words.of(mark), stamp(already.attendance())))
                    .orElseGet(() -> words.get("rule.not-marked"));
            case AttendanceOutcome.NotDone refused -> refusals.of(refused.why());
        };
    }

    String question(AttendanceQuestion question) {
        return words.get("mentor.question." + question.kind());
    }
}
