package org.mentorportal.account;

import org.mentorportal.shared.AccountId;

/** Somebody as staff find them: two of one name differ by their address. */
public record Person(AccountId id, String name, String email) {
}
