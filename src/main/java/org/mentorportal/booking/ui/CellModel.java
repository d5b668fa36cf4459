package org.mentorportal.booking.ui;

/**
 * What a cell shows.
 *
 * @param look   the class that colours it
 * @param state  the state in a word or two
 * @param detail what stands under it; may be empty
 * @param spoken day, time, state, detail and what a press does
 */
record CellModel(String look, String state, String detail, String spoken, boolean free) {
}
