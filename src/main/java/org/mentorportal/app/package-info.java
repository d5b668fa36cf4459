/** Start page and shell, demo school, database set-up, the checks. */
@ApplicationModule(allowedDependencies = {"trail", "notification", "mentorship", "session", "booking", "catalogue", "account", "command", "audit", "live",
        "live :: ui", "shared"})
@NullMarked
package org.mentorportal.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
