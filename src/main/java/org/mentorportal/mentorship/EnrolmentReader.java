package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.HoldId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.LikePattern;
import org.mentorportal.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enrolments as the person who asks sees them: any number in two statements. Whether they may is for the caller. */
@Component
class EnrolmentReader {

    private static final String QUESTION =
            "(e.status = 'ACTIVE' and w.counting >= c.no_show_limit and w.newest > coalesce(e.declined_at, '-infinity'))";
    private static final String FROM = """

            from enrolment e join cycle c on c.id = e.cycle_id
            join account student on student.id = e.student_id join account lead on lead.id = e.lead_mentor_id
            left join suspension s on s.enrolment_id = e.id and s.ended_at is null left join account begun on begun.id = s.begun_by
            cross join lateral (
              select count(*) filter (where status = 'RAISED' and settled_by is null) as counting,
                     max(raised_at) filter (where status = 'RAISED' and settled_by is null) as newest,
                     coalesce(bool_or(status = 'WITHDRAWN' and led_to = s.id), false) as ground_withdrawn
              from warning where enrolment_id = e.id) w
            """;
    private static final String SELECT = """
            select e.id, e.cycle_id, e.student_id, student.display_name as student, e.lead_mentor_id, lead.display_name as lead, e.status,
                   e.enrolled_at, e.version, s.id as suspension_id, s.hold_id, s.kind, s.reason, begun.display_name as begun_by,
                   s.begun_role, s.begun_at, w.counting, w.ground_withdrawn, """ + QUESTION + " as question" + FROM;
    /** Whom a mentor leads, to an admin everybody, never oneself: as {@link EnrolmentRights#asLead} says of one. */
    private static final String LED = "where e.student_id <> :person and (:all or e.lead_mentor_id = :person)";
    private static final String SEARCHED = """
            (searched(student.display_name) like :search escape '\\' or searched(c.name) like :search escape '\\'
             or searched(lead.display_name) like :search escape '\\')""";
    private static final String PAUSED = "e.status <> 'ACTIVE'";
    private static final String WANTED =
            "(:group = 'ALL' or :group = 'QUESTIONS' and " + QUESTION + " or :group = 'PAUSED' and " + PAUSED + ") and " + SEARCHED;
    private static final String IN_ORDER = " order by question desc, student.display_name, c.first_day desc, e.id";
    private static final String FIRST = SELECT + LED + " and " + WANTED + IN_ORDER + " limit :most";
    private static final String COUNT = "select count(*) as everybody, count(*) filter (where " + QUESTION + ") as questions, count(*) filter (where "
            + PAUSED + ") as paused, count(*) filter (where " + WANTED + ") as found" + FROM + LED;
    /** For every open navigation, so without what only a list shows. */
    private static final String QUESTIONS = """
            select count(*) from enrolment e join cycle c on c.id = e.cycle_id
            cross join lateral (select count(*) as counting, max(raised_at) as newest from warning
                                where enrolment_id = e.id and status = 'RAISED' and settled_by is null) w
            """ + LED + " and " + QUESTION;

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final CurrentActor actor;
    private final Clock clock;

    EnrolmentReader(JdbcClient jdbc, Cycles cycles, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.actor = actor;
        this.clock = clock;
    }

    EnrolmentDetails get(EnrolmentId id) {
        return find(id).orElseThrow();
    }

    Optional<EnrolmentDetails> find(EnrolmentId id) {
        return details(jdbc.sql(SELECT + "where e.id = :id").param("id", id.value())).stream().findFirst();
    }

    /** Whom {@code person} leads. */
    Mentees led(Actor person, MenteeGroup group, String search, int most) {
        Map<String, Object> values = Map.of("person", person.id().value(), "all", person.is(Role.ADMIN), "group", group.name(),
                "search", LikePattern.containing(search), "most", most);
        List<EnrolmentDetails> first = details(jdbc.sql(FIRST).params(values));
        return jdbc.sql(COUNT).params(values).query((row, n) -> new Mentees(first,
                Math.max(0, row.getInt("found") - first.size()), Map.of(MenteeGroup.ALL, row.getInt("everybody"),
                        MenteeGroup.QUESTIONS, row.getInt("questions"), MenteeGroup.PAUSED, row.getInt("paused")))).single();
    }

    /** Open questions first, then by name. */
    List<EnrolmentDetails> ofStudent(AccountId student) {
        return details(jdbc.sql(SELECT + "where e.student_id = :student" + IN_ORDER).param("student", student.value()));
    }

    /** Of those that the person may see, with an id below {@code before}. */
    List<EnrolmentDetails> newest(Actor person, long before, int most) {
        return details(jdbc.sql(SELECT + """
                where e.id < :before and (:all or e.student_id = :person or :leads and e.lead_mentor_id = :person)
                order by e.id desc limit :most""").param("before", before).param("all", person.is(Role.ADMIN))
                .param("leads", person.is(Role.MENTOR)).param("person", person.id().value()).param("most", most));
    }

    /** How many enrolments wait for a decision that this person may take. */
    int openQuestions(Actor person) {
        return jdbc.sql(QUESTIONS).param("all", person.is(Role.ADMIN)).param("person", person.id().value()).query(Integer.class).single();
    }

    private record Row(EnrolmentId id, CycleId cycle, AccountId student, String studentName, AccountId lead, String leadName,
                       EnrolmentStatus status, @Nullable SuspensionDetails suspension, int counting, boolean question,
                       boolean groundWithdrawn, Instant enrolledAt, int version) {
    }

    /** In the statement's order. */
    private List<EnrolmentDetails> details(JdbcClient.StatementSpec statement) {
        List<Row> rows = statement.query((row, n) -> row(row)).list();
        Map<CycleId, CycleInfo> known = byId(rows.stream().map(Row::cycle).toList());
        Actor person = actor.get();
        LocalDate today = LocalDate.now(clock);
        return rows.stream().map(row -> details(row, known.get(row.cycle), person, today)).toList();
    }

    private Map<CycleId, CycleInfo> byId(Collection<CycleId> ids) {
        return cycles.of(ids).stream().collect(Collectors.toMap(CycleInfo::id, Function.identity()));
    }

    private static EnrolmentDetails details(Row row, CycleInfo cycle, Actor person, LocalDate today) {
        var people = new EnrolmentRights.People(row.student, row.lead);
        return new EnrolmentDetails(row.id, cycle, row.student, row.studentName, row.lead, row.leadName, row.status, row.suspension,
                row.counting, row.question, row.groundWithdrawn, row.enrolledAt,
                EnrolmentRights.actions(person, people, row.suspension, row.question, today.isAfter(cycle.lastDay())), row.version);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new EnrolmentId(row.getLong("id")), new CycleId(row.getLong("cycle_id")), new AccountId(row.getLong("student_id")),
                row.getString("student"), new AccountId(row.getLong("lead_mentor_id")), row.getString("lead"),
                EnrolmentStatus.valueOf(row.getString("status")), row.getObject("suspension_id") == null ? null : suspension(row),
                row.getInt("counting"), row.getBoolean("question"), row.getBoolean("ground_withdrawn"),
                instant(row, "enrolled_at"), row.getInt("version"));
    }

    private static SuspensionDetails suspension(ResultSet row) throws SQLException {
        return new SuspensionDetails(new SuspensionId(row.getLong("suspension_id")), new HoldId(row.getLong("hold_id")),
                SuspensionKind.valueOf(row.getString("kind")), row.getString("reason"), row.getString("begun_by"),
                Role.valueOf(row.getString("begun_role")), instant(row, "begun_at"), null, null);
    }
}
