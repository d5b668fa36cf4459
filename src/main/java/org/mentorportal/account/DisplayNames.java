package org.mentorportal.account;

import java.util.Map;
import java.util.Optional;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;

/** People's names as screens show them; who is not known, or was removed, is shown by number. */
public record DisplayNames(Map<AccountId, String> known) {

    public DisplayNames {
        known = Map.copyOf(known);
    }

    /** Of one person, which needs no statement. */
    public static DisplayNames of(Actor person) {
        return new DisplayNames(Map.of(person.id(), person.name()));
    }

    /** The name, or {@code #17}. */
    public String of(AccountId account) {
        return find(account).orElse("#" + account);
    }

    public Optional<String> find(AccountId account) {
        return Optional.ofNullable(known.get(account));
    }
}
