/** Live sessions, who takes part in them, and attendance. */
@ApplicationModule(allowedDependencies = {"booking", "catalogue", "account", "command", "command :: ui", "audit", "live", "live :: ui", "shared"})
@NullMarked
package org.mentorportal.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
