/** The demo school: four weeks of a school's life, made by the portal's own services, for whoever starts the portal to look at it. */
@NullMarked
package org.mentorportal.app.demo;

import org.jspecify.annotations.NullMarked;
