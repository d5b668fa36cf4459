/** The inbox on the screen. */
@NullMarked
package org.mentorportal.notification.ui;

import org.jspecify.annotations.NullMarked;
