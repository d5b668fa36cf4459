/** Cycles, mentees and one's own standing, on the screen. */
@NullMarked
package org.mentorportal.mentorship.ui;

import org.jspecify.annotations.NullMarked;
