package org.mentorportal.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what of the trail the person who asks may see and wants to, the newest first. */
@Component
class TrailReader {

    private static final String EVENTS = "select " + AuditReader.COLUMNS + """
            , case when %s then r.reason end as reason
            from audit_event e left join audit_reason r on r.subject_type = e.subject_type and r.subject_id = e.subject_id and r.seq = e.seq
            where %s order by e.id desc limit :most
            """;
    private static final String NAMED = "select id from account where position(searched(:name) in searched(display_name)) > 0";

    private static final long NONE = 0;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;
    private final CurrentActor actor;

    TrailReader(JdbcClient jdbc, CatalogueService catalogue, CurrentActor actor) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.actor = actor;
    }

    record Found(RecordedEvent event, @Nullable String reason) {
    }

    /** @param before only events with a lower id; null for the newest */
    List<Found> events(TrailFilter filter, @Nullable Long before, int most) {
        Actor person = actor.get();
        Map<String, Object> asked = reachOf(person);
        asked.put("most", most);
        var wanted = new ArrayList<String>();
        wanted.add(seesAll(person) ? "true" : Reach.OWN);
        if (before != null) {
            wanted.add("e.id < :before");
            asked.put("before", before);
        }
        conditions(filter, wanted, asked);
        String reasons = person.is(Role.ADMIN) ? "true" : "not (" + Reach.CONFIDENTIAL + ") or " + Reach.OWN;
        return jdbc.sql(EVENTS.formatted(reasons, String.join(" and ", wanted))).params(asked)
                .query((row, n) -> new Found(AuditReader.event(row), row.getString("reason"))).list();
    }

    static boolean seesAll(Actor person) {
        return person.is(Role.PRINCIPAL) || person.is(Role.ADMIN);
    }

    private Map<String, Object> reachOf(Actor person) {
        boolean mentor = person.is(Role.MENTOR);
        var asked = new HashMap<String, Object>();
        asked.put("me", new Long[] {person.id().value()});
        asked.put("lead", mentor ? person.id().value() : NONE);
        asked.put("resource", mentor ? catalogue.current().resourceOf(person.id()).map(own -> own.id().value()).orElse(NONE) : NONE);
        return asked;
    }

    private void conditions(TrailFilter filter, List<String> wanted, Map<String, Object> asked) {
        Subject subject = filter.subject();
        if (subject != null) {
            wanted.add(Reach.SUBJECT);
            asked.put("type", subject.type());
            asked.put("id", subject.id());
        }
        if (!filter.person().isBlank()) {
            wanted.add(Reach.PERSONS);
            asked.put("persons", jdbc.sql(NAMED).param("name", filter.person()).query(Long.class).list().toArray(Long[]::new));
        }
        if (filter.kind() != null) {
            wanted.add("e.subject_type = :kind");
            asked.put("kind", filter.kind());
        }
        if (filter.from() != null) {
            wanted.add("e.at >= :from");
            asked.put("from", SqlTime.utc(filter.from()));
        }
        if (filter.to() != null) {
            wanted.add("e.at < :to");
            asked.put("to", SqlTime.utc(filter.to()));
        }
        if (filter.command() != null) {
            wanted.add("e.command = :command");
            asked.put("command", filter.command());
        }
    }
}
