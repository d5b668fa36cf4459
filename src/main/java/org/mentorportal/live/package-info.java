/** Carries "this changed" to every open screen. The only module with executors and timers; it never writes. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.mentorportal.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
