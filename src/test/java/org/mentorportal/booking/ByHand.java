package org.mentorportal.booking;

import java.util.List;
import java.util.Optional;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;

/** Claims that no rule was asked about. */
final class ByHand {

    private ByHand() {
    }

    static Wish wish(ServiceInfo service, AccountInfo student, Slot slot) {
        return new Wish(BookingPath.STUDENT, new By(student.id(), Role.STUDENT), student.id(), service, slot.start(), Optional.of(slot),
                "by hand", 1, "", null, null, new ClaimReader.Facts(service.version(), false, null, null, new Used(0, 0, List.of(), 0)),
                slot.start().minusSeconds(86_400));
    }
}
