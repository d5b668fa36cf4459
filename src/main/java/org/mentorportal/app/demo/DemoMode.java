package org.mentorportal.app.demo;

/** {@code portal.demo}: on which databases the demo school may be. */
enum DemoMode {
    AUTO, FORCE, OFF;

    /**
     * @param external whether the school set up a database server of its own: there, the demo school must be asked for by name
     * @param check    whether the portal was started to look at the stored rows and to end
     */
    boolean allowedOn(boolean external, boolean check) {
        return !check && switch (this) {
            case AUTO -> !external;
            case FORCE -> true;
            case OFF -> false;
        };
    }
}
