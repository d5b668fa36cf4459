@NullMarked
package org.mentorportal;

import org.jspecify.annotations.NullMarked;
