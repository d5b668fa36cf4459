package org.mentorportal.shared;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says who changed what meanwhile, as a list under what a stale form says. */
@Component
public class ChangeWords {

    private final Words words;
    private final Formats formats;

    ChangeWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** "Ann Admin, 5 min ago: the seats, the opening hours", a line for each. */
    public List<String> lines(List<? extends Change> changes) {
        return changes.stream().map(change -> words.get("stale.change", change.who(), formats.ago(change.at()), parts(change))).toList();
    }

    private String parts(Change change) {
        return change.parts().stream().sorted(Comparator.comparing(Enum::ordinal)).map(words::of).collect(Collectors.joining(", "));
    }
}
