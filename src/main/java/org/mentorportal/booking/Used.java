package org.mentorportal.booking;

/**
 * What a student has of one service, for its quotas: approved bookings, and requests that wait and have not lapsed.
 *
 * @param day    on the slot's day
 * @param week   in the slot's week, Monday to Sunday
 * @param toCome not begun yet, whenever
 * @param held   that hold the slot's day for a service of one a day, lapsed requests too: the database counts them
 */
record Used(int day, int week, int toCome, int held) {
}
