package org.mentorportal.booking;

import org.mentorportal.live.Subscription;

/** A screen's look at a board. Closing it is a must: a view does so when it is detached. */
public interface BoardWatch extends Subscription {

    /** What the viewer sees now; costs no statement. */
    BoardView now();
}
