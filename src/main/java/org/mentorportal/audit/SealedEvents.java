package org.mentorportal.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The hash over a stretch of the trail: of each portion of ids in turn, over the hash before it and each event's id and hash.
 * In portions, each within the time that one statement may take; their length belongs to the seal's format.
 */
record SealedEvents(JdbcClient jdbc) {

    private static final int PORTION = 20_000;

    private static final String DIGEST = """
            select count(*) as events, sha256(:before || coalesce(string_agg(int8send(id) || hash, ''::bytea order by id), ''::bytea)) as hash
            from audit_event where id > :after and id <= :upTo
            """;

    record Digest(long events, byte[] hash) {
    }

    /** Of the events with ids in {@code (after, upTo]}. */
    Digest digest(long after, long upTo) {
        var digest = new Digest(0, new byte[0]);
        for (long from = after; from < upTo; from += PORTION) {
            Digest before = digest;
            digest = jdbc.sql(DIGEST).param("before", before.hash).param("after", from).param("upTo", Math.min(upTo, from + PORTION))
                    .query((row, n) -> new Digest(before.events + row.getLong("events"), row.getBytes("hash"))).single();
        }
        return digest;
    }
}
