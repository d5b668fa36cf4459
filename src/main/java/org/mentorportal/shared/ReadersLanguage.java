package org.mentorportal.shared;

import java.util.Locale;
import java.util.Optional;

/** Knows in which language somebody reads who is being answered on this thread. */
public interface ReadersLanguage {

    /** Nothing, if nobody of its kind is being answered. */
    Optional<Locale> language();
}
