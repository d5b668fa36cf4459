package org.mentorportal.command;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.AuditEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;

/**
 * One attempt at a command, inside its transaction.
 *
 * @param at the moment that counts for every rule and every stamp of this attempt; read after the advisory
 *           locks were taken, in microseconds as the database keeps them. Only what a {@link FirstRead} counts is counted for
 *           a moment before them, which can only be more
 */
public record CommandRun(UUID id, String command, Actor person, Instant at) {

    /** The event of one state change by this command, in the role that gave the right to it. */
    public AuditEvent event(By by, Subject subject, int seq, @Nullable String from, String to) {
        return new AuditEvent(subject, seq, at, by, command, id, from, to, null, new TreeMap<>());
    }
}
