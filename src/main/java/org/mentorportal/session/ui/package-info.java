/** Sessions and marks, on the screen. */
@NullMarked
package org.mentorportal.session.ui;

import org.jspecify.annotations.NullMarked;
