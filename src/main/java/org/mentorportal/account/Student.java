package org.mentorportal.account;

import org.mentorportal.shared.AccountId;

/** A student as staff find them: two of one name differ by their address. */
public record Student(AccountId id, String name, String email) {
}
