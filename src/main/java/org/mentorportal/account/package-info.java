/** Accounts, roles, sign-in, access tokens. */
@ApplicationModule(allowedDependencies = {"command", "command :: ui", "audit", "live", "live :: ui", "shared"})
@NullMarked
package org.mentorportal.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
