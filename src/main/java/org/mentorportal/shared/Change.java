package org.mentorportal.shared;

import java.time.Instant;
import java.util.Set;

/** What somebody did to a thing while another person was writing: a record of each module, in its own words for the parts. */
public interface Change {

    /** The person's name. */
    String who();

    Instant at();

    /** What is different now. */
    Set<? extends Enum<?>> parts();
}
