package org.mentorportal.command;

import java.util.UUID;

/**
 * What is kept of a success, so that a repeat has the same answer: never a name or free text.
 *
 * @param outcome which kind of success
 * @param subject id of what was made or changed
 * @param state   where it stood then
 * @param version its version then
 */
public record Receipt(String outcome, long subject, String state, int version) {

    /** As found in its table. */
    record Kept(UUID command, byte[] fingerprint, java.time.Instant at, Receipt receipt) {
    }
}
