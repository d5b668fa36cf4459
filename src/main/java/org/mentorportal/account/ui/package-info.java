/** Signing in, and who may see which address; public is what other modules' screens show of people, too. */
@NamedInterface("ui")
@NullMarked
package org.mentorportal.account.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
