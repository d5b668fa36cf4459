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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.PlainText;
import org.mentorportal.shared.Role;

/**
 * A person who can sign in. The e-mail address is the name to sign in with, kept in lower case. Somebody who was invited has
 * no password until they choose one; an account is never deleted, but disabled and enabled. Its power is a number that open
 * sessions compare: it rises with each change of what the person may do or how they prove who they are, and ends them.
 */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private String email;
    private String displayName;
    private @Nullable String passwordHash;
    private boolean enabled = true;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);
    private int power = 1;
    private int linksMade;
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Account() {
        // JPA
    }

    Account(NewAccount details) {
        this(details.email(), details.displayName(), details.roles());
        this.passwordHash = details.password().hash();
    }

    /** Somebody who is invited. */
    Account(String email, String displayName, Set<Role> roles) {
        this.email = SignInThrottle.normal(email);
        this.displayName = PlainText.of(displayName);
        this.roles.addAll(roles);
    }

    AccountId id() {
        return new AccountId(id);
    }

    int version() {
        return version;
    }

    int power() {
        return power;
    }

    String email() {
        return email;
    }

    String displayName() {
        return displayName;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    AccountState state() {
        if (!enabled) {
            return AccountState.DISABLED;
        }
        return passwordHash == null ? AccountState.INVITED : AccountState.ENABLED;
    }

    boolean isActive(Role role) {
        return enabled && roles.contains(role);
    }

    /** Whether this is one of those who can administer now. */
    boolean administers() {
        return state() == AccountState.ENABLED && roles.contains(Role.ADMIN);
    }

    void rename(String name) {
        displayName = name;
    }

    void takeRoles(Set<Role> granted) {
        if (!roles.equals(granted)) {
            roles.clear();
            roles.addAll(granted);
            power++;
        }
    }

    void disable() {
        enabled = false;
        power++;
    }

    void enable() {
        enabled = true;
        power++;
    }

    void choosePassword(PasswordHash password) {
        passwordHash = password.hash();
        power++;
    }

    /** The same password, hashed with today's parameters: nobody's power changes. */
    void rehashPassword(PasswordHash password) {
        passwordHash = password.hash();
    }

    /** A link to choose a password with was made: the account's version follows. */
    void noteLink() {
        linksMade++;
    }

    /** Whoever signed in before must prove anew who they are. */
    void endSessions() {
        power++;
    }

    AccountInfo info() {
        return new AccountInfo(id(), email, displayName, roles());
    }

    Actor asActor() {
        return new Actor(id(), displayName, roles);
    }

    /** @param step what signing in still needs after the password */
    PortalUser asUser(Step step) {
        return new PortalUser(asActor(), email, new Stay(id(), power, step));
    }
}
