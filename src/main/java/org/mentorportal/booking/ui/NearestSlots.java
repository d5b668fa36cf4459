package org.mentorportal.booking.ui;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.Nearest;
import org.mentorportal.catalogue.Slot;

/** Up to three free slots, the nearest in time to one that was chosen: of its week on the screen, and where that may not do of others. */
final class NearestSlots {

    private final ZoneId zone;

    /** Of other weeks, as they were when the slot was chosen. */
    private List<Slot> elsewhere = List.of();

    NearestSlots(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Looks further than the week on the screen if that has too few, or a slot of another week could be nearer.
     *
     * @param everywhere costs a read
     */
    void chosen(Slot slot, List<Slot> week, Supplier<List<Slot>> everywhere) {
        elsewhere = Nearest.isEnough(of(slot, week), slot.start(), zone) ? List.of()
                : everywhere.get().stream().filter(free -> !monday(free).equals(monday(slot))).toList();
    }

    /** @param week what is free on the screen now */
    List<Slot> of(Slot slot, List<Slot> week) {
        return Nearest.of(Stream.concat(week.stream(), elsewhere.stream()).filter(free -> !free.equals(slot)), slot.start());
    }

    private static LocalDate monday(Slot slot) {
        return BoardKey.monday(slot.day());
    }
}
