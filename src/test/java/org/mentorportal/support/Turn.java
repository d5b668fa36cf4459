package org.mentorportal.support;

/**
 * When a test class runs, by {@code @Order}, where it matters. Whoever fills the tables comes late: a screen lists what was left before it, and
 * a change of the catalogue reads all services that there are.
 */
public final class Turn {

    /** Opens screens hundreds of times. */
    public static final int MANY_SCREENS = 1;
    /** Compares whole tables a thousand times, before they are full. */
    public static final int COMPARES_TABLES = Integer.MAX_VALUE - 4;
    /** Makes thousands of bookings. */
    public static final int MANY_BOOKINGS = Integer.MAX_VALUE - 3;
    /** Makes hundreds of services and people. */
    public static final int MANY_SERVICES = Integer.MAX_VALUE - 2;
    /** Looks at all that the others wrote. */
    public static final int LOOKS_BACK = Integer.MAX_VALUE - 1;
    public static final int LAST = Integer.MAX_VALUE;

    private Turn() {
    }
}
