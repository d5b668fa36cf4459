package org.mentorportal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.JdbcTemplate;
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

    // A missing predecessor leaves previous_hash empty, which ck_audit_chain refuses for every seq but the first.
    private static final String APPEND = """
            insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id,
                                     state_from, state_to, format, canonical, previous_hash, hash)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, e.canonical, p.hash,
                   sha256(coalesce(p.hash, ''::bytea) || convert_to(e.canonical, 'UTF8'))
            from (select ?::text as canonical) e
            left join audit_event p on p.subject_type = ? and p.subject_id = ? and p.seq = ?
            """;
    private static final String APPEND_REASON =
            "insert into audit_reason (subject_type, subject_id, seq, salt, reason) values (?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();

    AuditTrail(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(AuditEvent event) {
        append(List.of(event));
    }

    /** Appends in the order given, in one round trip (a second one if there are reasons). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<AuditEvent> events) {
        List<Entry> entries = events.stream().map(this::entry).toList();
        jdbc.batchUpdate(APPEND, entries, Math.max(1, entries.size()), AuditTrail::bind);
        List<Entry> reasoned = entries.stream().filter(entry -> entry.event.reason() != null).toList();
        if (!reasoned.isEmpty()) {
            jdbc.batchUpdate(APPEND_REASON, reasoned, reasoned.size(), AuditTrail::bindReason);
        }
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
        return new Entry(event, salt, canonical(event, HexFormat.of().formatHex(sha256(salt, reason))));
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

    private static void bind(PreparedStatement insert, Entry entry) throws SQLException {
        AuditEvent event = entry.event;
        Subject subject = event.subject();
        insert.setString(1, subject.type());
        insert.setLong(2, subject.id());
        insert.setInt(3, event.seq());
        insert.setObject(4, SqlTime.utc(event.at()));
        insert.setLong(5, event.by().account().value());
        insert.setString(6, event.by().role().name());
        insert.setString(7, event.command());
        insert.setObject(8, event.commandId());
        insert.setString(9, event.from());
        insert.setString(10, event.to());
        insert.setShort(11, FORMAT);
        insert.setString(12, entry.canonical);
        insert.setString(13, subject.type());
        insert.setLong(14, subject.id());
        insert.setInt(15, event.seq() - 1);
    }

    private static void bindReason(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setString(1, entry.event.subject().type());
        insert.setLong(2, entry.event.subject().id());
        insert.setInt(3, entry.event.seq());
        insert.setBytes(4, entry.salt);
        insert.setString(5, entry.event.reason());
    }

    private static byte[] sha256(byte[] salt, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
