/** The one way in for every write: transaction, locks, retries. */
@ApplicationModule(allowedDependencies = {"audit", "shared"})
@NullMarked
package org.mentorportal.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
