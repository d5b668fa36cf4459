package org.mentorportal.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;

/** A person who can sign in. The e-mail address is the name to sign in with, kept in lower case. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private String email;
    private String displayName;
    private String passwordHash;
    private boolean enabled = true;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Account() {
        // JPA
    }

    Account(NewAccount details) {
        this.email = details.email().strip().toLowerCase(Locale.ROOT);
        this.displayName = details.displayName().strip();
        this.passwordHash = details.password().hash();
        this.roles.addAll(details.roles());
    }

    AccountId id() {
        return new AccountId(id);
    }

    int version() {
        return version;
    }

    String displayName() {
        return displayName;
    }

    boolean isActive(Role role) {
        return enabled && roles.contains(role);
    }

    AccountInfo info() {
        return new AccountInfo(id(), email, displayName, Set.copyOf(roles));
    }

    PortalUser asUser() {
        return new PortalUser(new Actor(id(), displayName, roles), email, passwordHash, enabled);
    }
}
