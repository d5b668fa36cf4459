/** The in-portal inbox: listens to what the other modules decide. */
@ApplicationModule(allowedDependencies = {"mentorship", "session", "audit", "booking", "catalogue", "account", "command", "live", "live :: ui", "shared"})
@NullMarked
package org.mentorportal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
