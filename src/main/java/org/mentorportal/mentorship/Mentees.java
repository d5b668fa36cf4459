package org.mentorportal.mentorship;

import java.util.List;
import java.util.Map;

/**
 * The mentees that a person looks for.
 *
 * @param first open questions first, then by name
 * @param left  how many more there are
 * @param count how many of theirs are in each group, whatever they look for
 */
public record Mentees(List<EnrolmentDetails> first, int left, Map<MenteeGroup, Integer> count) {

    public Mentees {
        first = List.copyOf(first);
        count = Map.copyOf(count);
    }
}
