/** Parts of screens that every module uses. */
@NullMarked
package org.mentorportal.shared.ui;

import org.jspecify.annotations.NullMarked;
