package org.mentorportal.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;

/** What can only be in one place at a time. Never deleted; nothing retires one yet. */
@Entity
class Resource {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    @Enumerated(EnumType.STRING)
    private ResourceKind kind;
    private String name;
    private @Nullable Long accountId;
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Resource() {
        // JPA
    }

    Resource(AddResource details) {
        this.kind = details.mentor() == null ? ResourceKind.GROUND : ResourceKind.MENTOR;
        this.name = details.resourceName();
        this.accountId = details.mentor() == null ? null : details.mentor().value();
    }

    ResourceInfo info() {
        return new ResourceInfo(new ResourceId(id), kind, name, accountId == null ? null : new AccountId(accountId));
    }

    int version() {
        return version;
    }
}
