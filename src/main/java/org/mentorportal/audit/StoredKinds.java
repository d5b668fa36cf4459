package org.mentorportal.audit;

import java.util.List;
import org.mentorportal.shared.StoredRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nothing is in the trail that no table answers for: a chain about made-up subjects would agree with everything else. */
@Component
class StoredKinds implements StoredRule {

    private static final String FAULTS = """
            select subject_type || ' ' || subject_id || ', event ' || seq || ': there are no such subjects' from audit_event
            where seq = 1 and subject_type <> all (:kinds) order by id
            """;

    private final List<TrailHead> heads;
    private final JdbcClient jdbc;

    StoredKinds(List<TrailHead> heads, JdbcClient jdbc) {
        this.heads = heads;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "audit_kinds";
    }

    @Override
    public List<String> faults() {
        return jdbc.sql(FAULTS).param("kinds", heads.stream().map(TrailHead::kind).toArray(String[]::new)).query(String.class).list();
    }
}
