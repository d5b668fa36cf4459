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

    /** @param mayBook whether the viewer could book at all; others see a free slot, but cannot choose it */
    CellModel of(Slot slot, SlotState state, int capacity, boolean mayBook) {
        return switch (state) {
            case SlotState.Free free -> cell(slot, "free", "free", capacity > 1 ? texts.get("cell.seats", free.seatsLeft())
                    : mayBook ? texts.get("cell.book") : "", "cell.spoken", mayBook);
            case SlotState.Yours yours -> yours(slot, yours);
            case SlotState.Unavailable unavailable -> unavailable(slot, unavailable.why());
        };
    }

    private CellModel yours(Slot slot, SlotState.Yours yours) {
        boolean pending = yours.status() == BookingStatus.PENDING;
        String detail = pending && yours.begun() ? "cell.lapsed" : pending ? "cell.pending" : "cell.approved";
        return cell(slot, pending ? "mine-pending" : "mine-approved", pending ? "yours-pending" : "yours-approved",
                texts.get(detail), "cell.spoken-yours", false);
    }

    private CellModel unavailable(Slot slot, Refused why) {
        Formats formats = texts.formats();
        if (!(why.rule() instanceof BookingRuleId rule)) {
            return closed(slot, "past", "not-for-you", ""); // a higher module's rule; its words are long, and stand beside the week
        }
        return switch (rule) {
            case SLOT_PASSED -> closed(slot, "past", "past", "");
            case CLOSED -> closed(slot, "closed", "closed", (String) why.arguments().getFirst());
            case OWN_BOOKING_THEN -> closed(slot, "taken", "busy", (String) why.arguments().getFirst());
            case ONE_PER_DAY -> closed(slot, "past", "one-per-day", "");
            case NOT_YET_OPEN -> closed(slot, "past", "opens", formats.dayTime(slot.opensAt()));
            case TOO_LATE -> closed(slot, "past", "too-late", "");
            case QUOTA_DAY -> closed(slot, "past", "limit", texts.get("cell.limit-day", why.arguments().getFirst()));
            case QUOTA_WEEK -> closed(slot, "past", "limit", texts.get("cell.limit-week", why.arguments().getFirst()));
            case QUOTA_AT_ONCE -> closed(slot, "past", "limit", texts.get("cell.limit-at-once", why.arguments().getFirst()));
            default -> closed(slot, "taken", "taken", "");
        };
    }

    private CellModel closed(Slot slot, String look, String state, String detail) {
        return cell(slot, look, state, detail, "cell.spoken-closed", false);
    }

    private CellModel cell(Slot slot, String look, String state, String detail, String spoken, boolean free) {
        String word = texts.get("cell." + state);
        return new CellModel(look, word, detail, texts.get(spoken, texts.when(slot), (word + " " + detail).strip()), free);
    }
}
