package org.mentorportal.session;

import static org.mentorportal.shared.SqlTime.utc;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Live sessions as people see them: mentors their own, admins all, students those in which they have a place. */
@Service
public class SessionService {

    /** Places in one list. */
    public static final int MOST = 200;

    private static final int WEEK = 7;
    private static final int MARKED_DAYS = 14;
    /** No resource has this id. */
    private static final long ANY = 0;

    private static final String SESSIONS = "select " + SessionStore.SESSION + """
             from live_session s where s.starts_at < :to and s.ends_at > :from and %s order by s.starts_at, s.id
            """;
    private static final String OF_ALL = SESSIONS.formatted("true");
    private static final String ONLINE = SESSIONS.formatted("s.room is not null and s.status = 'SCHEDULED'");
    private static final String OF_RESOURCE = SESSIONS.formatted("s.resource_id = :resource");
    private static final String OF_STUDENT = SESSIONS.formatted("""
            s.id in (select r.session_id from reservation r where r.student_id = :student and r.status = 'HELD' and r.ends_at > :from)""");
    private static final String IN_ROOM = "select " + SessionStore.SESSION + " from live_session s where s.room = :room";

    private static final String UNMARKED = """
            from reservation r where r.marks and r.status = 'HELD' and r.mark is null and (:resource = 0 or r.resource_id = :resource)
            """;
    private static final String COUNT = "select count(*) " + UNMARKED + " and r.ends_at <= :now";
    private static final String NEXT_END = "select min(r.ends_at) " + UNMARKED + " and r.ends_at > :now";

    private final JdbcClient jdbc;
    private final SessionReader reader;
    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final Clock clock;

    SessionService(JdbcClient jdbc, SessionReader reader, CatalogueService catalogue, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.catalogue = catalogue;
        this.actor = actor;
        this.clock = clock;
    }

    /** What is announced when the sessions or the marks that the person looks after change. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public Topic topic() {
        return actor.get().is(Role.ADMIN) ? SessionChanges.ALL : own().map(SessionChanges::topic).orElse(SessionChanges.NONE);
    }

    /** Scheduled with mentors today, in the school's zone: the person's own, or all for an admin; by start. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<SessionDetails> today() {
        LocalDate today = LocalDate.now(clock);
        return withMentors(start(today), start(today.plusDays(1)));
    }

    /** The same of the seven days after today. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<SessionDetails> week() {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        return withMentors(start(tomorrow), start(tomorrow.plusDays(WEEK)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private List<SessionDetails> withMentors(Instant from, Instant to) {
        List<LiveSession> found = actor.get().is(Role.ADMIN) ? found(ONLINE, from, to, Map.of())
                : own().map(resource -> found(OF_RESOURCE, from, to, Map.of("resource", resource.value()))).orElse(List.of());
        return reader.sessions(found.stream().filter(session -> session.status() == SessionStatus.SCHEDULED).toList(), null);
    }

    /** What ended and waits for a mark: a mentor's own, an admin's all. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Waiting waiting() {
        Optional<Long> resource = resourceToMark();
        if (resource.isEmpty()) {
            return Waiting.NOTHING;
        }
        Map<String, Object> asked = asked(resource.get());
        List<AttendanceDetails> places = reader.places("""
                where r.marks and r.status = 'HELD' and r.mark is null and (:resource = 0 or r.resource_id = :resource)
                and r.ends_at <= :now order by r.ends_at desc, r.id desc limit\s""" + MOST, asked).reversed();
        return new Waiting(places, places.size() < MOST ? places.size() : count(asked), nextEnd(asked));
    }

    /** How many there are, without their names. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Waiting waitingCount() {
        return resourceToMark().map(this::asked).map(asked -> new Waiting(List.of(), count(asked), nextEnd(asked)))
                .orElse(Waiting.NOTHING);
    }

    /** What was marked in the last fourteen days, the latest mark first: a mentor's own, an admin's all. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<AttendanceDetails> marked(int most) {
        return resourceToMark().map(resource -> {
            Map<String, Object> asked = asked(resource);
            asked.put("since", utc(clock.instant().minus(Duration.ofDays(MARKED_DAYS))));
            asked.put("most", most);
            return reader.places("""
                    where r.mark is not null and (:resource = 0 or r.resource_id = :resource) and r.marked_at > :since
                    order by r.marked_at desc, r.id limit :most""", asked);
        }).orElse(List.of());
    }

    /** Whose marks are the person's to give: a resource, any for an admin, none for a mentor without one. */
    private Optional<Long> resourceToMark() {
        return actor.get().is(Role.ADMIN) ? Optional.of(ANY) : own().map(ResourceId::value);
    }

    private Map<String, Object> asked(long resource) {
        var asked = new HashMap<String, Object>();
        asked.put("resource", resource);
        asked.put("now", utc(clock.instant()));
        return asked;
    }

    private int count(Map<String, ?> asked) {
        return jdbc.sql(COUNT).params(asked).query(Integer.class).single();
    }

    private @Nullable Instant nextEnd(Map<String, ?> asked) {
        return jdbc.sql(NEXT_END).params(asked).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant).orElse(null);
    }

    /** Sessions that lie in part between the two: an admin's all, a mentor's own and those in which they have a place, each once, by start. */
    @PermitAll
    @Transactional(readOnly = true)
    public List<SessionDetails> sessions(Instant from, Instant to) {
        Actor person = actor.get();
        if (person.is(Role.ADMIN)) {
            return reader.sessions(found(OF_ALL, from, to, Map.of()), null);
        }
        List<SessionDetails> held = own().filter(resource -> person.is(Role.MENTOR)).map(resource -> reader.sessions(
                found(OF_RESOURCE, from, to, Map.of("resource", resource.value())), null)).orElse(List.of());
        var all = new HashMap<SessionId, SessionDetails>();
        mine(from, to).forEach(session -> all.put(session.id(), session));
        held.forEach(session -> all.put(session.id(), session)); // one's own in which one has a place: as its mentor sees it
        return all.values().stream().sorted(Comparator.comparing(SessionDetails::start).thenComparing(session -> session.id().value()))
                .toList();
    }

    private List<SessionDetails> mine(Instant from, Instant to) {
        AccountId student = actor.get().id();
        return reader.sessions(found(OF_STUDENT, from, to, Map.of("student", student.value())), student);
    }

    /** The session of that room, if the person has a place in it or is its mentor. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<SessionDetails> inRoom(String room) {
        AccountId person = actor.get().id();
        return jdbc.sql(IN_ROOM).param("room", room).query(SessionStore::session).optional().stream()
                .flatMap(session -> reader.sessions(List.of(session), mayMark(session) ? null : person).stream())
                .filter(session -> session.service().resource().belongsTo(person)
                        || session.participants().stream().anyMatch(place -> place.student().equals(person))).findFirst();
    }

    private boolean mayMark(LiveSession session) {
        return own().filter(session.resource()::equals).isPresent();
    }

    private Optional<ResourceId> own() {
        return catalogue.current().resourceOf(actor.get().id()).map(ResourceInfo::id);
    }

    private List<LiveSession> found(String sql, Instant from, Instant to, Map<String, ?> parameters) {
        return jdbc.sql(sql).param("from", utc(from)).param("to", utc(to)).params(parameters).query(SessionStore::session).list();
    }
}
