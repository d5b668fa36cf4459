package org.mentorportal.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the whole database holds, table by table: how many rows, and a checksum of all that were written since the beginning
 * of the test. An older row that is changed becomes a new one, one that is deleted is missed.
 */
final class StoredRows {

    private static final String TABLES = """
            select distinct table_name from information_schema.table_privileges
            where table_schema = current_schema() and privilege_type = 'SELECT' and table_name not like 'databasechangelog%'
            order by table_name
            """;
    private static final String TABLE = """
            select '%1$s' as name, count(*) as rows,
              coalesce(sum(hashtextextended(t::text, 0)::numeric) filter (where age(t.xmin) <= (select age(cast(cast(:since as text) as xid)))), 0) as checksum from %1$s t""";

    private final JdbcClient jdbc;
    private final String sql;
    private final String since;

    StoredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        List<String> tables = jdbc.sql(TABLES).query(String.class).list();
        this.sql = String.join("\nunion all ", tables.stream().map(TABLE::formatted).toList());
        this.since = jdbc.sql("select pg_current_xact_id()::xid::text").query(String.class).single();
    }

    record Table(long rows, String checksum) {
    }

    record Picture(Map<String, Table> tables) {

        /** How many rows each table has more than {@code before}, where it is another number. */
        Map<String, Long> growthSince(Picture before) {
            var growth = new TreeMap<String, Long>();
            tables.forEach((name, table) -> {
                long more = table.rows - before.tables.get(name).rows;
                if (more != 0) {
                    growth.put(name, more);
                }
            });
            return growth;
        }
    }

    Picture now() {
        var tables = new TreeMap<String, Table>();
        jdbc.sql(sql).param("since", since).query(row -> {
            tables.put(row.getString("name"), new Table(row.getLong("rows"), row.getString("checksum")));
        });
        return new Picture(tables);
    }
}
