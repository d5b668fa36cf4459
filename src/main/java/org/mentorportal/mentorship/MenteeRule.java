package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.Bar;
import org.mentorportal.booking.BookingRule;
import org.mentorportal.booking.ClaimedSlot;
import org.mentorportal.booking.HoldId;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A service that is in some cycle is for that cycle's active mentees, on that cycle's days. The reason of a suspension is
 * not said here: others than the mentee read this too.
 */
@Component
class MenteeRule implements BookingRule {

    private static final String MEMBERSHIPS = """
            select st.student, cs.service_id, c.name, c.first_day, c.last_day, e.id as enrolment_id, s.hold_id, s.kind, s.begun_at,
                   lead.display_name as lead
            from unnest(:students::bigint[]) as st (student)
            cross join cycle_service cs join cycle c on c.id = cs.cycle_id
            left join enrolment e on e.cycle_id = c.id and e.student_id = st.student
            left join suspension s on s.enrolment_id = e.id and s.ended_at is null
            left join account lead on lead.id = e.lead_mentor_id
            where cs.service_id = any(:services) order by c.last_day desc
            """;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;

    MenteeRule(JdbcClient jdbc, CatalogueService catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    private record Whose(AccountId student, ServiceId service) {
    }

    /** What the student is to one cycle of the service. */
    private record Membership(Whose whose, String cycle, LocalDate first, LocalDate last, boolean enrolled, @Nullable Pause pause) {

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private record Pause(HoldId hold, SuspensionKind kind, Instant since, String lead) {
    }

    @Override
    public Optional<Refused> broken(ClaimedSlot claim) {
        return broken(memberships(List.of(claim.student()), List.of(claim.service())), claim.day(), claim.undoing());
    }

    @Override
    public List<Bar> bars(Collection<AccountId> students, Collection<ServiceId> services, LocalDate first, LocalDate last) {
        Map<Whose, List<Membership>> all = memberships(students, services).stream().collect(Collectors.groupingBy(Membership::whose));
        return all.entrySet().stream().flatMap(one -> bars(one.getKey(), one.getValue(), first, last).stream()).toList();
    }

    /** Days that follow each other and are closed for the same reason are one. */
    private List<Bar> bars(Whose whose, List<Membership> all, LocalDate first, LocalDate last) {
        var bars = new ArrayList<Bar>();
        first.datesUntil(last.plusDays(1)).forEach(day -> broken(all, day, null).ifPresent(why -> {
            Bar before = bars.isEmpty() ? null : bars.getLast();
            boolean goesOn = before != null && before.last().plusDays(1).equals(day) && before.why().equals(why);
            bars.add(new Bar(whose.student, whose.service, goesOn ? bars.removeLast().first() : day, day, why));
        }));
        return bars;
    }

    private List<Membership> memberships(Collection<AccountId> students, Collection<ServiceId> services) {
        return jdbc.sql(MEMBERSHIPS).param("students", students.stream().map(AccountId::value).toArray(Long[]::new))
                .param("services", services.stream().map(ServiceId::value).toArray(Long[]::new))
                .query((row, n) -> membership(row)).list();
    }

    /** @param all of one student and one service */
    private Optional<Refused> broken(List<Membership> all, LocalDate day, @Nullable HoldId undoing) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<Membership> covering = all.stream().filter(one -> one.covers(day)).findFirst();
        return covering.isPresent() ? broken(covering.get(), undoing) : Optional.of(beyond(all));
    }

    private Optional<Refused> broken(Membership membership, @Nullable HoldId undoing) {
        if (!membership.enrolled) {
            return Optional.of(notAMentee(membership));
        }
        return Optional.ofNullable(membership.pause).filter(pause -> !pause.hold.equals(undoing))
                .map(pause -> Refused.because(MentorshipRule.MENTEE_SUSPENDED, pause.kind, pause.since, pause.lead, membership.cycle));
    }

    /** The one of the student's cycles that comes last tells a mentee which days there are. */
    private Refused beyond(List<Membership> all) {
        return all.stream().filter(Membership::enrolled).findFirst()
                .map(own -> Refused.because(MentorshipRule.BEYOND_CYCLE, own.cycle, own.first, own.last))
                .orElseGet(() -> notAMentee(all.getFirst()));
    }

    private Refused notAMentee(Membership membership) {
        return Refused.because(MentorshipRule.NOT_A_MENTEE, catalogue.current().service(membership.whose.service).name(), membership.cycle);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(new Whose(new AccountId(row.getLong("student")), new ServiceId(row.getLong("service_id"))), row.getString("name"), row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                row.getObject("enrolment_id") != null, row.getObject("hold_id") == null ? null
                : new Pause(new HoldId(row.getLong("hold_id")), SuspensionKind.valueOf(row.getString("kind")), instant(row, "begun_at"),
                        row.getString("lead")));
    }
}
