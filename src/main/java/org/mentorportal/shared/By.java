package org.mentorportal.shared;

/** Who did something, and in which role: what the trail remembers of a person. */
public record By(AccountId account, Role role) {
}
