/** How a dialog sends its command. */
@NamedInterface("ui")
@NullMarked
package org.mentorportal.command.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
