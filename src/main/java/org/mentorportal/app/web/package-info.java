/** What holds for every answer of the web server, whoever gives it: headers, cookies, origins, addresses, limits, pages of errors. */
@NullMarked
package org.mentorportal.app.web;

import org.jspecify.annotations.NullMarked;
