package org.mentorportal.shared;

import java.util.Map;

/**
 * Which rule a broken constraint of the database is, for those that a person can run into. Each module publishes its own
 * as a bean; a constraint that nobody names is a fault of ours. The rules' words take no arguments: a constraint tells only
 * its name.
 */
public interface NamedConstraints {

    Map<String, RuleId> rules();
}
