/** The booking aggregate, closures, boards. */
@ApplicationModule(allowedDependencies = {"catalogue", "account", "account :: ui", "command", "command :: ui", "audit", "live", "live :: ui",
        "shared"})
@NullMarked
package org.mentorportal.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
