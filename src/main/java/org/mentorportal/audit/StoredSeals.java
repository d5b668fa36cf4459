package org.mentorportal.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.shared.StoredRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recomputes every seal: each follows the one before it, and covers what is in the trail now. */
@Component
class StoredSeals implements StoredRule {

    private static final String SEALS = """
            select s.number, s.after_id, s.up_to_id, s.events, s.events_hash, case
                when s.format <> 1 then 'an unknown format'
                when s.hash <> sha256(coalesce(s.previous_hash, ''::bytea) || convert_to(s.canonical, 'UTF8'))
                  then 'it was changed after it was made'
                when s.number > 1 and p.number is null then 'the seal before it is missing'
                when s.previous_hash is distinct from p.hash or s.after_id <> coalesce(p.up_to_id, 0)
                  then 'it does not follow the seal before it'
                when s.canonical <> concat_ws(chr(10), 'seal=' || s.number, 'after=' || s.after_id, 'up-to=' || s.up_to_id, 'events=' || s.events,
                    'events-hash=' || encode(s.events_hash, 'hex'), split_part(s.canonical, chr(10), 6), 'actor=' || s.actor_id,
                    'role=' || s.actor_role, '')
                  or substr(split_part(s.canonical, chr(10), 6), 4)::timestamptz <> s.at
                  then 'its columns do not say what was hashed'
              end as fault
            from audit_seal s left join audit_seal p on p.number = s.number - 1 order by s.number
            """;

    private final JdbcClient jdbc;
    private final SealedEvents events;

    StoredSeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.events = new SealedEvents(jdbc);
    }

    @Override
    public String name() {
        return "audit_seal";
    }

    @Override
    public List<String> faults() {
        var faults = new ArrayList<String>();
        for (Map<String, Object> seal : jdbc.sql(SEALS).query().listOfRows()) {
            Optional.ofNullable((String) seal.get("fault")).or(() -> uncovered(seal))
                    .ifPresent(fault -> faults.add("seal " + seal.get("number") + ": " + fault));
        }
        return faults;
    }

    private Optional<String> uncovered(Map<String, Object> seal) {
        long after = (long) seal.get("after_id");
        long upTo = (long) seal.get("up_to_id");
        SealedEvents.Digest now = events.digest(after, upTo);
        if (Arrays.equals(now.hash(), (byte[]) seal.get("events_hash"))) {
            return Optional.empty();
        }
        return Optional.of("of events %d to %d it covers %s, there are %d, not the same".formatted(after + 1, upTo, seal.get("events"), now.events()));
    }
}
