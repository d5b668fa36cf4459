/** The trail on the screen. */
@NullMarked
package org.mentorportal.trail.ui;

import org.jspecify.annotations.NullMarked;
