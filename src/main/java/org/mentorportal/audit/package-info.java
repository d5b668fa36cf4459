/** The append-only trail: one event per state change, chained per subject. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.mentorportal.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
