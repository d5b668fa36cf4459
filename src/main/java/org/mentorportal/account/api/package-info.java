/** The REST door: who comes in, and what they learn about themselves. */
@NullMarked
package org.mentorportal.account.api;

import org.jspecify.annotations.NullMarked;
