package org.mentorportal.audit;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail. Who may see what of it is for the module whose subject it is. */
@Component
public class AuditReader {

    /** What {@link #event} reads, of {@code audit_event e}. */
    public static final String COLUMNS = """
            e.id, e.subject_type, e.subject_id, e.seq, e.at, e.actor_id, e.actor_role, e.command, e.command_id, e.state_from, e.state_to,
            e.canonical\s""";

    private static final String SINCE = "select " + COLUMNS + """
            from audit_event e where e.subject_type = :type and e.subject_id = :id and e.seq > :seq order by e.seq
            """;
    private static final String CHAINS = "select " + COLUMNS + """
            from unnest(:types::text[], :ids::bigint[]) s (type, id) join audit_event e on e.subject_type = s.type and e.subject_id = s.id
            order by e.subject_type, e.subject_id, e.seq
            """;
    private static final String FACT = "fact.";

    private final JdbcClient jdbc;

    AuditReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened to {@code subject} after the event {@code seq}, the oldest first. */
    @Transactional(readOnly = true)
    public List<RecordedEvent> since(Subject subject, int seq) {
        return jdbc.sql(SINCE).param("type", subject.type()).param("id", subject.id()).param("seq", seq)
                .query((row, n) -> event(row)).list();
    }

    /** All events of all {@code subjects}, each one's from its first. */
    @Transactional(readOnly = true)
    public List<RecordedEvent> chains(Collection<Subject> subjects) {
        return jdbc.sql(CHAINS).param("types", subjects.stream().map(Subject::type).toArray(String[]::new))
                .param("ids", subjects.stream().map(Subject::id).toArray(Long[]::new)).query((row, n) -> event(row)).list();
    }

    /** @param row with {@link #COLUMNS} */
    public static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(row.getLong("id"), new Subject(row.getString("subject_type"), row.getLong("subject_id")), row.getInt("seq"),
                SqlTime.instant(row, "at"), new By(new AccountId(row.getLong("actor_id")), Role.valueOf(row.getString("actor_role"))),
                row.getString("command"), row.getObject("command_id", UUID.class), row.getString("state_from"), row.getString("state_to"),
                facts(row.getString("canonical")));
    }

    private static Map<String, String> facts(String canonical) {
        return canonical.lines().filter(line -> line.startsWith(FACT)).map(line -> line.substring(FACT.length()).split("=", 2))
                .collect(toMap(fact -> fact[0], fact -> fact[1]));
    }
}
