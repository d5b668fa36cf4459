/** Signing in, and who may see which address. */
@NullMarked
package org.mentorportal.account.ui;

import org.jspecify.annotations.NullMarked;
