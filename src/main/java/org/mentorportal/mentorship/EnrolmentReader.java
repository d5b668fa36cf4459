package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
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
import org.mentorportal.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enrolments as the person who asks sees them: any number in two statements. Whether they may is for the caller. */
@Component
class EnrolmentReader {

    private static final String SELECT = """
            select e.id, e.cycle_id, e.student_id, student.display_name as student, e.lead_mentor_id, lead.display_name as lead, e.status,
                   e.declined_at, e.enrolled_at, e.version, s.id as suspension_id, s.hold_id, s.kind, s.reason,
                   begun.display_name as begun_by, s.begun_role, s.begun_at, w.counting, w.newest, w.ground_withdrawn
            from enrolment e join account student on student.id = e.student_id join account lead on lead.id = e.lead_mentor_id
            left join suspension s on s.enrolment_id = e.id and s.ended_at is null left join account begun on begun.id = s.begun_by
            cross join lateral (
              select count(*) filter (where status = 'RAISED' and settled_by is null) as counting,
                     max(raised_at) filter (where status = 'RAISED' and settled_by is null) as newest,
                     coalesce(bool_or(status = 'WITHDRAWN' and led_to = s.id), false) as ground_withdrawn
              from warning where enrolment_id = e.id) w
            """;
    private static final String QUESTIONS = """
            select count(*) from enrolment e join cycle c on c.id = e.cycle_id
            cross join lateral (select count(*) as counting, max(raised_at) as newest from warning
                                where enrolment_id = e.id and status = 'RAISED' and settled_by is null) w
            where e.status = 'ACTIVE' and e.student_id <> :person and (:all or e.lead_mentor_id = :person)
              and w.counting >= c.no_show_limit and w.newest > coalesce(e.declined_at, '-infinity')
            """;
    private static final Comparator<EnrolmentDetails> IN_ORDER = Comparator.comparing((EnrolmentDetails one) -> !one.questionOpen())
            .thenComparing(EnrolmentDetails::studentName).thenComparing(one -> one.cycle().firstDay(), Comparator.reverseOrder())
            .thenComparing(one -> one.id().value());

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

    /** Open questions first, then by name. */
    List<EnrolmentDetails> all() {
        return details(jdbc.sql(SELECT));
    }

    /** Those that {@code mentor} leads, and their own as a student. */
    List<EnrolmentDetails> of(AccountId mentor) {
        return details(jdbc.sql(SELECT + "where e.lead_mentor_id = :mentor or e.student_id = :mentor").param("mentor", mentor.value()));
    }

    List<EnrolmentDetails> ofStudent(AccountId student) {
        return details(jdbc.sql(SELECT + "where e.student_id = :student").param("student", student.value()));
    }

    /** Of those that the person may see, with an id below {@code before}. */
    List<EnrolmentDetails> newest(Actor person, long before, int most) {
        return details(jdbc.sql(SELECT + """
                where e.id < :before and (:all or e.student_id = :person or :leads and e.lead_mentor_id = :person)
                order by e.id desc limit :most""").param("before", before).param("all", person.is(Role.ADMIN))
                .param("leads", person.is(Role.MENTOR)).param("person", person.id().value()).param("most", most)).stream()
                .sorted(Comparator.comparing((EnrolmentDetails one) -> one.id().value()).reversed()).toList();
    }

    /** How many enrolments wait for a decision that this person may take. */
    int openQuestions(Actor person) {
        return jdbc.sql(QUESTIONS).param("all", person.is(Role.ADMIN)).param("person", person.id().value()).query(Integer.class).single();
    }

    private record Row(EnrolmentId id, CycleId cycle, AccountId student, String studentName, AccountId lead, String leadName,
                       EnrolmentStatus status, @Nullable SuspensionDetails suspension, int counting, boolean undecided,
                       boolean groundWithdrawn, Instant enrolledAt, int version) {
    }

    private List<EnrolmentDetails> details(JdbcClient.StatementSpec statement) {
        List<Row> rows = statement.query((row, n) -> row(row)).list();
        Map<CycleId, CycleInfo> known = byId(rows.stream().map(Row::cycle).toList());
        Actor person = actor.get();
        LocalDate today = LocalDate.now(clock);
        return rows.stream().map(row -> details(row, known.get(row.cycle), person, today)).sorted(IN_ORDER).toList();
    }

    private Map<CycleId, CycleInfo> byId(Collection<CycleId> ids) {
        return cycles.of(ids).stream().collect(Collectors.toMap(CycleInfo::id, Function.identity()));
    }

    private static EnrolmentDetails details(Row row, CycleInfo cycle, Actor person, LocalDate today) {
        boolean question = row.status == EnrolmentStatus.ACTIVE && row.undecided && row.counting >= cycle.noShowLimit();
        var people = new EnrolmentRights.People(row.student, row.lead);
        return new EnrolmentDetails(row.id, cycle, row.student, row.studentName, row.lead, row.leadName, row.status, row.suspension,
                row.counting, question, row.groundWithdrawn, row.enrolledAt,
                EnrolmentRights.actions(person, people, row.suspension, question, today.isAfter(cycle.lastDay())), row.version);
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime declined = row.getObject("declined_at", OffsetDateTime.class);
        OffsetDateTime newest = row.getObject("newest", OffsetDateTime.class);
        return new Row(new EnrolmentId(row.getLong("id")), new CycleId(row.getLong("cycle_id")), new AccountId(row.getLong("student_id")),
                row.getString("student"), new AccountId(row.getLong("lead_mentor_id")), row.getString("lead"),
                EnrolmentStatus.valueOf(row.getString("status")), row.getObject("suspension_id") == null ? null : suspension(row),
                row.getInt("counting"), newest != null && (declined == null || newest.isAfter(declined)), row.getBoolean("ground_withdrawn"),
                instant(row, "enrolled_at"), row.getInt("version"));
    }

    private static SuspensionDetails suspension(ResultSet row) throws SQLException {
        return new SuspensionDetails(new SuspensionId(row.getLong("suspension_id")), new HoldId(row.getLong("hold_id")),
                SuspensionKind.valueOf(row.getString("kind")), row.getString("reason"), row.getString("begun_by"),
                Role.valueOf(row.getString("begun_role")), instant(row, "begun_at"), null, null);
    }
}
