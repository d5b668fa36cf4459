/** Accounts, roles, sign-in. */
@ApplicationModule(allowedDependencies = {"command", "audit", "shared"})
@NullMarked
package org.mentorportal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
