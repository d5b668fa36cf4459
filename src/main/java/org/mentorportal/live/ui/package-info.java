/** How a screen listens. */
@NamedInterface("ui")
@NullMarked
package org.mentorportal.live.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
