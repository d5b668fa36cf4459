package org.mentorportal.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What one student may have of a service, and until when they may change their mind. Staff are not bound by it.
 *
 * @param cancelDeadline minutes before the start after which a student can no longer cancel or move; 0 = until the start
 * @param perDay         most bookings on one day; null = no limit. A 1 is also kept by the database
 * @param perWeek        most bookings from Monday to Sunday; null = no limit
 * @param atOnce         most bookings that are still to come; null = no limit
 */
public record Limits(int cancelDeadline, @Nullable Integer perDay, @Nullable Integer perWeek, @Nullable Integer atOnce) {

    public static Limits none() {
        return new Limits(0, null, null, null);
    }

    public Limits withCancelDeadline(int minutes) {
        return new Limits(minutes, perDay, perWeek, atOnce);
    }

    public Limits withPerDay(int most) {
        return new Limits(cancelDeadline, most, perWeek, atOnce);
    }

    public Limits withPerWeek(int most) {
        return new Limits(cancelDeadline, perDay, most, atOnce);
    }

    public Limits withAtOnce(int most) {
        return new Limits(cancelDeadline, perDay, perWeek, most);
    }

    /** Whether it matters what a student has already. */
    public boolean countBookings() {
        return perDay != null || perWeek != null || atOnce != null;
    }

    boolean onePerDay() {
        return perDay != null && perDay == 1;
    }
}
