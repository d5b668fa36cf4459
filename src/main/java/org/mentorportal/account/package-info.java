/** Accounts, roles, sign-in. */
@ApplicationModule(allowedDependencies = {"command", "audit", "live", "shared"})
@NullMarked
package org.mentorportal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
