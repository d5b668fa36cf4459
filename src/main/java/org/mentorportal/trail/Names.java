package org.mentorportal.trail;

import java.util.Map;
import java.util.Set;
import org.mentorportal.account.DisplayNames;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.Words;

/**
 * Names as they are when the trail is read, so that one that was removed shows as such. A student reads no other student's:
 * whoever books the seat beside theirs brings about the session that both are in.
 */
record Names(Actor reader, DisplayNames accounts, Map<Long, String> cycles, Words words) {

    String of(By by) {
        if (by.role() == Role.STUDENT && !by.account().equals(reader.id()) && reader.roles().equals(Set.of(Role.STUDENT))) {
            return words.get("trail.another-student");
        }
        return of(by.account().value());
    }

    String of(long account) {
        if (account == 0) {
            return words.get("trail.set-up");
        }
        return accounts.find(new AccountId(account)).orElseGet(() -> words.get("trail.removed", "#" + account));
    }

    String ofCycle(long cycle) {
        return cycles.getOrDefault(cycle, "#" + cycle);
    }
}
