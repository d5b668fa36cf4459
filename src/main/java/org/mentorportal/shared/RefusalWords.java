package org.mentorportal.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Says a refusal in a sentence: what happened and what to do next. */
@Component
public class RefusalWords {

    private final Words words;
    private final Formats formats;

    RefusalWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    public String of(Refused refused) {
        return words.get(refused.rule().key(), refused.arguments().stream().map(this::written).toArray());
    }

    private Object written(Object argument) {
        return switch (argument) {
            case Instant moment -> formats.dayTime(moment);
            case LocalDate day -> formats.day(day);
            case Minutes length -> formats.minutes(length.value());
            case DayOfWeek day -> formats.weekdayName(day);
            case Enum<?> constant -> words.of(constant);
            default -> argument;
        };
    }
}
