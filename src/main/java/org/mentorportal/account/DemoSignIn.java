package org.mentorportal.account;

import org.mentorportal.shared.Role;

/** An account of the demo school that the sign-in page offers with a click; there is none outside demo mode. */
public record DemoSignIn(Role role, String email, String password) {
}
