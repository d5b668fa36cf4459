package org.mentorportal.audit;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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

    private static final String SINCE = """
            select seq, at, actor_id, actor_role, command, state_from, state_to, canonical from audit_event
            where subject_type = :type and subject_id = :id and seq > :seq order by seq
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
                .query((row, n) -> event(subject, row)).list();
    }

    private static RecordedEvent event(Subject subject, ResultSet row) throws SQLException {
        return new RecordedEvent(subject, row.getInt("seq"), SqlTime.instant(row, "at"),
                new By(new AccountId(row.getLong("actor_id")), Role.valueOf(row.getString("actor_role"))), row.getString("command"),
                row.getString("state_from"), row.getString("state_to"), facts(row.getString("canonical")));
    }

    private static Map<String, String> facts(String canonical) {
        return canonical.lines().filter(line -> line.startsWith(FACT)).map(line -> line.substring(FACT.length()).split("=", 2))
                .collect(toMap(fact -> fact[0], fact -> fact[1]));
    }
}
