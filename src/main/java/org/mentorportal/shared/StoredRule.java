package org.mentorportal.shared;

import java.util.List;

/**
 * A rule that can be checked against the rows as they are stored, whoever wrote them. Each module publishes its own as
 * beans; {@code ./portal check} runs them all against a running or a restored database and changes nothing.
 */
public interface StoredRule {

    /** The rule's name, the constraint's where there is one: {@code ex_booking_resource_overlap}. */
    String name();

    /** One line per row or pair of rows that breaks the rule, with ids and no personal data; empty when it is kept. */
    List<String> faults();
}
