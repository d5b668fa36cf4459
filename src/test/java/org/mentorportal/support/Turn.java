package org.mentorportal.support;

/** When a test class runs, by {@code @Order}, where it matters: screens list what other tests left, and are read sooner than that. */
public final class Turn {

    /** Compares whole tables many times, and fills them. */
    public static final int AFTER_THE_SCREENS = Integer.MAX_VALUE - 3;
    /** Makes thousands of bookings, services or people. */
    public static final int FILLS_TABLES = Integer.MAX_VALUE - 2;
    /** Looks at all that the others wrote. */
    public static final int LOOKS_BACK = Integer.MAX_VALUE - 1;
    public static final int LAST = Integer.MAX_VALUE;

    private Turn() {
    }
}
