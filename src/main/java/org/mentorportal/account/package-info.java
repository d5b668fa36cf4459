/** Accounts, roles, sign-in, access tokens. */
@ApplicationModule(allowedDependencies = {"command", "audit", "live", "live :: ui", "shared"})
@NullMarked
package org.mentorportal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
