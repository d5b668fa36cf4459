/** Sessions and marks over REST. */
@NullMarked
package org.mentorportal.session.api;

import org.jspecify.annotations.NullMarked;
