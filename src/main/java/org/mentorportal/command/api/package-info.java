/** How a command's key comes through the REST door. */
@NullMarked
package org.mentorportal.command.api;

import org.jspecify.annotations.NullMarked;
