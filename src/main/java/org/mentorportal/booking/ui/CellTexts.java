package org.mentorportal.booking.ui;

import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** Says the state of a slot in the few words that fit a cell. */
@Component
class CellTexts {

    private final BookingTexts texts;

    CellTexts(BookingTexts texts) {
        this.texts = texts;
    }

    /** @param mayBook whether the viewer could book at all; others see a free slot, but no button */
    CellModel of(Slot slot, SlotState state, int capacity, boolean mayBook) {
        return switch (state) {
            case SlotState.Free free -> cell(slot, "free", "free", capacity > 1 ? texts.get("cell.seats", free.seatsLeft())
                    : mayBook ? texts.get("cell.book") : "", mayBook);
            case SlotState.Yours yours -> yours(slot, yours);
            case SlotState.Unavailable unavailable -> unavailable(slot, unavailable.why());
        };
    }

    private CellModel yours(Slot slot, SlotState.Yours yours) {
        boolean pending = yours.status() == BookingStatus.PENDING;
        String detail = pending && yours.begun() ? "cell.lapsed" : pending ? "cell.pending" : "cell.approved";
        return cell(slot, pending ? "mine-pending" : "mine-approved", pending ? "yours-pending" : "yours-approved",
                texts.get(detail), false);
    }

    private CellModel unavailable(Slot slot, Refused why) {
        Formats formats = texts.formats();
        return switch ((BookingRuleId) why.rule()) {
            case SLOT_PASSED -> cell(slot, "past", "past", "", false);
            case CLOSED -> cell(slot, "closed", "closed", (String) why.arguments().getFirst(), false);
            case OWN_BOOKING_THEN -> cell(slot, "taken", "busy", (String) why.arguments().getFirst(), false);
            case ONE_PER_DAY -> cell(slot, "taken", "one-per-day", "", false);
            case NOT_YET_OPEN -> cell(slot, "past", "opens", formats.dayTime(slot.opensAt()), false);
            case TOO_LATE -> cell(slot, "past", "too-late", "", false);
            default -> cell(slot, "taken", "taken", "", false);
        };
    }

    private CellModel cell(Slot slot, String look, String state, String detail, boolean free) {
        String word = texts.get("cell." + state);
        return new CellModel(look, word, detail, texts.get("cell.spoken", texts.when(slot), word, detail), free);
    }
}
