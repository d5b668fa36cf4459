package org.mentorportal.booking;

import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Words;
import org.springframework.stereotype.Component;

/** Says why a slot is not to be had to whoever looks at it; that it was taken just now is for those to read who lose it. */
@Component
public class SlotWords {

    private final Words words;
    private final RefusalWords refusals;

    SlotWords(Words words, RefusalWords refusals) {
        this.words = words;
        this.refusals = refusals;
    }

    /** @param toStudent whether the reader is a student, to whom whoever has it is another one */
    public String whyNot(Refused why, ServiceInfo service, boolean toStudent) {
        return switch (why.rule()) {
            case BookingRuleId.SLOT_TAKEN -> words.get(toStudent ? "why.slot-taken" : "why.slot-taken-staff", service.capacity());
            case BookingRuleId.RESOURCE_TAKEN -> words.get("why.resource-taken", service.resource().name());
            default -> refusals.of(why);
        };
    }
}
