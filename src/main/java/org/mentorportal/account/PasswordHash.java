package org.mentorportal.account;

/** What is kept of a password: Argon2id with its parameters. Never shown, not even in a log. */
public record PasswordHash(String hash) {

    @Override
    public String toString() {
        return "PasswordHash";
    }
}
