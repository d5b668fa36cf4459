package org.mentorportal.audit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Sha256;
import org.mentorportal.shared.SqlTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends to the trail, inside the command's own transaction: if this fails, the command fails. Each event hashes the one
 * before it on its subject, so a changed, removed or swapped event shows (DESIGN.md section 8).
 */
@Component
public class AuditTrail {

    private static final short FORMAT = 1;

    private static final String APPEND_FIRST = """
            insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id,
                                     state_from, state_to, format, canonical, hash)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, e.canonical, sha256(convert_to(e.canonical, 'UTF8'))
            from (select ?::text as canonical) e""";
    // A missing predecessor leaves previous_hash empty, which ck_audit_chain refuses.
    private static final String APPEND_NEXT = """
            insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id,
                                     state_from, state_to, format, canonical, previous_hash, hash)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, e.canonical, p.hash,
                   sha256(coalesce(p.hash, ''::bytea) || convert_to(e.canonical, 'UTF8'))
            from (select ?::text as canonical) e
            left join audit_event p on p.subject_type = ? and p.subject_id = ? and p.seq = ?""";
    private static final String APPEND_REASON =
            "insert into audit_reason (subject_type, subject_id, seq, salt, reason) values (?, ?, ?, ?, ?)";

    private final LastWrites last;
    private final SecureRandom random = new SecureRandom();

    AuditTrail(LastWrites last) {
        this.last = last;
    }

    /** Written just before the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(AuditEvent event) {
        append(List.of(event));
    }

    /** Written in the order given, just before the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<AuditEvent> events) {
        events.stream().map(this::entry).forEach(this::write);
    }

    private record Entry(AuditEvent event, byte @Nullable [] salt, String canonical) {
    }

    private Entry entry(AuditEvent event) {
        String reason = event.reason();
        if (reason == null) {
            return new Entry(event, null, canonical(event, ""));
        }
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new Entry(event, salt, canonical(event, HexFormat.of().formatHex(Sha256.of(salt, reason))));
    }

    /** The text that is hashed; its shape belongs to {@link #FORMAT} and never changes under the same number. */
    private static String canonical(AuditEvent event, String reasonHash) {
        var text = new StringBuilder();
        line(text, "subject", event.subject().toString());
        line(text, "seq", Integer.toString(event.seq()));
        line(text, "at", event.at().toString());
        line(text, "actor", event.by().account().toString());
        line(text, "role", event.by().role().name());
        line(text, "command", event.command());
        line(text, "command-id", event.commandId().toString());
        line(text, "from", event.from() == null ? "" : event.from());
        line(text, "to", event.to());
        line(text, "reason", reasonHash);
        event.facts().forEach((name, value) -> line(text, "fact." + name, value));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append('=').append(value.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    }

    private void write(Entry entry) {
        AuditEvent event = entry.event;
        Subject subject = event.subject();
        var values = new ArrayList<@Nullable Object>(Arrays.asList(subject.type(), subject.id(), event.seq(), SqlTime.utc(event.at()),
                event.by().account().value(), event.by().role().name(), event.command(), event.commandId(), event.from(), event.to(),
                FORMAT, entry.canonical));
        if (event.seq() > 1) {
            values.addAll(List.of(subject.type(), subject.id(), event.seq() - 1));
        }
        last.add(event.seq() > 1 ? APPEND_NEXT : APPEND_FIRST, values.toArray());
        if (event.reason() != null) {
            last.add(APPEND_REASON, subject.type(), subject.id(), event.seq(), entry.salt, event.reason());
        }
    }
}
