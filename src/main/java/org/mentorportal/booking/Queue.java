package org.mentorportal.booking;

import java.util.List;

/**
 * What waits for a decision, or can be decided anew.
 *
 * @param first in the order in which it is shown
 * @param left  how many more there are
 */
public record Queue(List<PendingRequest> first, int left) {

    static final Queue EMPTY = new Queue(List.of(), 0);

    public Queue {
        first = List.copyOf(first);
    }
}
