/** The REST door: enrolments, and what people decide about them. */
@NullMarked
package org.mentorportal.mentorship.api;

import org.jspecify.annotations.NullMarked;
