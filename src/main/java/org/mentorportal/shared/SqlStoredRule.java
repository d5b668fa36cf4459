package org.mentorportal.shared;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** @param faultsSql selects one line of text per fault */
public record SqlStoredRule(String name, String faultsSql, JdbcClient jdbc) implements StoredRule {

    @Override
    public List<String> faults() {
        return jdbc.sql(faultsSql).query(String.class).list();
    }
}
