/** Sessions and marks, on the screen; public is what other modules' screens show of marks, too. */
@NamedInterface("ui")
@NullMarked
package org.mentorportal.session.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
