package org.mentorportal.booking.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.catalogue.Slot;

/** Up to three free slots, the nearest in time to one that was chosen: of its week on the screen, else of all weeks. */
final class NearestSlots {

    private static final int COUNT = 3;

    /** Of all weeks, as they were when the slot was chosen. */
    private List<Slot> known = List.of();

    /**
     * Looks further than the week on the screen if that has too few.
     *
     * @param everywhere costs a read
     */
    void chosen(Slot slot, List<Slot> week, Supplier<List<Slot>> everywhere) {
        known = week.stream().filter(free -> !free.equals(slot)).count() < COUNT ? everywhere.get() : List.of();
    }

    /** @param week what is free on the screen now; what was known of this week before does not count */
    List<Slot> of(Slot slot, List<Slot> week) {
        return Stream.concat(week.stream(), known.stream().filter(free -> !monday(free).equals(monday(slot))))
                .filter(free -> !free.equals(slot))
                .sorted(Comparator.comparing(free -> Duration.between(slot.start(), free.start()).abs()))
                .limit(COUNT).sorted(Comparator.comparing(Slot::start)).toList();
    }

    private static LocalDate monday(Slot slot) {
        return BoardKey.monday(slot.day());
    }
}
