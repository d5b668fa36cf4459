/** The shell around every screen, and the start page. */
@NullMarked
package org.mentorportal.app.ui;

import org.jspecify.annotations.NullMarked;
