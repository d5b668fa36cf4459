/** Signing in. */
@NullMarked
package org.mentorportal.account.ui;

import org.jspecify.annotations.NullMarked;
