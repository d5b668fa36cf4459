/** What every endpoint of the REST door shares: problems, preconditions, lists, its description. */
@NullMarked
package org.mentorportal.shared.api;

import org.jspecify.annotations.NullMarked;
