package org.mentorportal.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;

/** @param mentor the account of a resource of kind MENTOR, else null */
public record ResourceInfo(ResourceId id, ResourceKind kind, String name, @Nullable AccountId mentor) {

    public boolean belongsTo(AccountId account) {
        return Optional.ofNullable(mentor).filter(account::equals).isPresent();
    }
}
