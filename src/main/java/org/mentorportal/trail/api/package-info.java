/** The trail over REST. */
@NullMarked
package org.mentorportal.trail.api;

import org.jspecify.annotations.NullMarked;
