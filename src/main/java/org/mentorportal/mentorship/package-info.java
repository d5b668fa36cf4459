/** Cycles, enrolments and their weekly plans, warnings, suspensions. */
@ApplicationModule(allowedDependencies = {"session", "session :: ui", "booking", "booking :: ui", "catalogue", "account", "account :: ui",
        "command", "command :: ui", "audit", "live", "live :: ui", "shared"})
@NullMarked
package org.mentorportal.mentorship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
