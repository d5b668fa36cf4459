package org.mentorportal.audit;

import java.util.List;
import org.mentorportal.shared.StoredRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the rows of one kind of subject with the ends of their chains: each row stands where its last event says, at that
 * version; no row is without a chain, and no chain without a row. Every kind that is in the trail has one, in its own module.
 *
 * @param kind  the subjects' word
 * @param table with {@code id} and {@code version}
 * @param state of a row {@code t} of it, as its events say it
 */
public record TrailHead(String kind, String table, String state, JdbcClient jdbc) implements StoredRule {

    private static final String FAULTS = """
            select '%1$s ' || t.id || ' is ' || %3$s || ' at version ' || t.version || ', its trail ends '
              || coalesce(e.state_to || ' at ' || e.seq, 'before it begins')
            from %2$s t left join lateral (
              select seq, state_to from audit_event where subject_type = '%1$s' and subject_id = t.id
              order by seq desc limit 1) e on true
            where e.seq is distinct from t.version or e.state_to is distinct from %3$s
            union all
            select '%1$s ' || e.subject_id || ' is gone, its trail is not' from audit_event e
            where e.subject_type = '%1$s' and e.seq = 1 and not exists (select 1 from %2$s t where t.id = e.subject_id)
            """;

    @Override
    public String name() {
        return kind.replace('-', '_') + "_trail";
    }

    @Override
    public List<String> faults() {
        return jdbc.sql(FAULTS.formatted(kind, table, state)).query(String.class).list();
    }
}
