/** Where the rows live: the embedded server or a server of the school's, its users, and what refuses a wrong start. */
@NullMarked
package org.mentorportal.app.database;

import org.jspecify.annotations.NullMarked;
