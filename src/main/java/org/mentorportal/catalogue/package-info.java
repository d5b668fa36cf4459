/** Resources, services, opening hours; derives slots. */
@ApplicationModule(allowedDependencies = {"account", "command", "audit", "live", "shared"})
@NullMarked
package org.mentorportal.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
