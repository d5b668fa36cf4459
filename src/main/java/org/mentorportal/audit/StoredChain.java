package org.mentorportal.audit;

import java.util.ArrayList;
import java.util.List;
import org.mentorportal.shared.StoredRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recomputes the chain of every subject: no event is missing before another, each follows the one before it, each says
 * what was hashed, and a reason that was not erased is the one that was given. In portions, each within the time that one
 * statement may take. What it cannot see is a tail that was cut off: the subject's own version tells.
 */
@Component
class StoredChain implements StoredRule {

    private static final int PORTION = 20_000;

    private static final String FAULTS = """
            select fault from (
              select e.id, e.subject_type || ' ' || e.subject_id || ', event ' || e.seq || ': ' || case
                when e.format <> 1 then 'an unknown format'
                when e.hash <> sha256(coalesce(e.previous_hash, ''::bytea) || convert_to(e.canonical, 'UTF8'))
                  then 'it was changed after it was written'
                when e.seq > 1 and p.id is null then 'the event before it is missing'
                when e.previous_hash is distinct from p.hash then 'it does not follow the event before it'
                when array['subject=' || e.subject_type || ':' || e.subject_id, 'seq=' || e.seq, 'actor=' || e.actor_id,
                           'role=' || e.actor_role, 'command=' || e.command, 'command-id=' || e.command_id,
                           'from=' || coalesce(e.state_from, ''), 'to=' || e.state_to]
                     <> array[l.lines[1], l.lines[2], l.lines[4], l.lines[5], l.lines[6], l.lines[7], l.lines[8], l.lines[9]]
                  or substr(l.lines[3], 4)::timestamptz <> e.at
                  then 'its columns do not say what was hashed'
                when l.lines[10] <> 'reason=' || encode(sha256(r.salt || convert_to(r.reason, 'UTF8')), 'hex')
                  then 'its reason is not the one that was given'
              end as fault
              from audit_event e cross join lateral (select string_to_array(e.canonical, chr(10)) as lines) l
              left join audit_event p on p.subject_type = e.subject_type and p.subject_id = e.subject_id and p.seq = e.seq - 1
              left join audit_reason r on r.subject_type = e.subject_type and r.subject_id = e.subject_id and r.seq = e.seq
              where e.id > :after and e.id <= :last) events
            where fault is not null order by id
            """;

    private final JdbcClient jdbc;

    StoredChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "audit_chain";
    }

    @Override
    public List<String> faults() {
        long last = jdbc.sql("select coalesce(max(id), 0) from audit_event").query(Long.class).single();
        var faults = new ArrayList<String>();
        for (long after = 0; after < last; after += PORTION) {
            faults.addAll(jdbc.sql(FAULTS).param("after", after).param("last", after + PORTION).query(String.class).list());
        }
        return faults;
    }
}
