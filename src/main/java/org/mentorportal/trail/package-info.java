/** Reading the trail: in plain sentences, as of a past moment, and whether it is whole; its seals. */
@ApplicationModule(allowedDependencies = {"notification", "mentorship", "session", "booking", "catalogue", "account", "command", "audit", "live",
        "live :: ui", "shared"})
@NullMarked
package org.mentorportal.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
