package org.mentorportal.trail;

import java.util.Set;
import org.mentorportal.audit.RecordedEvent;

/** Says in one sentence what an event of some kinds was. */
interface Sentences {

    Set<String> kinds();

    String of(RecordedEvent event, Told told);
}
