/** The booking aggregate, closures, boards. */
@ApplicationModule(allowedDependencies = {"catalogue", "account", "command", "audit", "live", "live :: ui", "shared"})
@NullMarked
package org.mentorportal.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
