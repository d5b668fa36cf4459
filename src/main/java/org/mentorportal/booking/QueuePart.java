package org.mentorportal.booking;

/** A part of what a person may decide. */
public enum QueuePart {
    /** Requests that wait for this person first of all. */
    WAITING,
    /** Requests that wait for somebody's mentor, whom this person could stand in for. */
    WITH_MENTORS,
    /** Approved bookings that have not begun. */
    APPROVED
}
