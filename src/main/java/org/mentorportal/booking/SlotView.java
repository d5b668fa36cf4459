package org.mentorportal.booking;

import org.mentorportal.catalogue.Slot;

/**
 * A slot as one viewer sees it.
 *
 * @param taken how many of its seats are held
 */
public record SlotView(Slot slot, SlotState state, int taken) {
}
