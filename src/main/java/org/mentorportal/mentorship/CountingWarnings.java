package org.mentorportal.mentorship;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of all warnings of an enrolment that count, in one statement: the suspension's own event is the record of it. */
@Component
class CountingWarnings {

    private static final String COUNTING = " where enrolment_id = :enrolment and status = 'RAISED' and settled_by is null";

    private final JdbcClient jdbc;

    CountingWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ledTo(Suspension suspension) {
        jdbc.sql("update warning set led_to = :suspension" + COUNTING).param("suspension", suspension.id().value())
                .param("enrolment", suspension.enrolment().value()).update();
    }

    /** They stay visible and no longer count. */
    void settledBy(Suspension suspension) {
        jdbc.sql("update warning set settled_by = :suspension" + COUNTING).param("suspension", suspension.id().value())
                .param("enrolment", suspension.enrolment().value()).update();
    }
}
