package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingRule;
import org.mentorportal.booking.ClaimedSlot;
import org.mentorportal.booking.HoldId;
import org.mentorportal.catalogue.CatalogueService;
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
            select c.name, c.first_day, c.last_day, e.id as enrolment_id, s.hold_id, s.kind, s.begun_at, lead.display_name as lead
            from cycle_service cs join cycle c on c.id = cs.cycle_id
            left join enrolment e on e.cycle_id = c.id and e.student_id = :student
            left join suspension s on s.enrolment_id = e.id and s.ended_at is null
            left join account lead on lead.id = e.lead_mentor_id
            where cs.service_id = :service order by c.last_day desc
            """;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;

    MenteeRule(JdbcClient jdbc, CatalogueService catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** What the student is to one cycle of the service. */
    private record Membership(String cycle, LocalDate first, LocalDate last, boolean enrolled, @Nullable Pause pause) {

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private record Pause(HoldId hold, SuspensionKind kind, Instant since, String lead) {
    }

    @Override
    public Optional<Refused> broken(ClaimedSlot claim) {
        List<Membership> all = jdbc.sql(MEMBERSHIPS).param("student", claim.student().value()).param("service", claim.service().value())
                .query((row, n) -> membership(row)).list();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<Membership> covering = all.stream().filter(one -> one.covers(claim.day())).findFirst();
        return covering.isPresent() ? broken(covering.get(), claim) : Optional.of(beyond(all, claim));
    }

    private Optional<Refused> broken(Membership membership, ClaimedSlot claim) {
        if (!membership.enrolled) {
            return Optional.of(notAMentee(membership, claim));
        }
        return Optional.ofNullable(membership.pause).filter(pause -> !pause.hold.equals(claim.undoing()))
                .map(pause -> Refused.because(MentorshipRule.MENTEE_SUSPENDED, pause.kind, pause.since, pause.lead, membership.cycle));
    }

    /** The one of the student's cycles that comes last tells a mentee which days there are. */
    private Refused beyond(List<Membership> all, ClaimedSlot claim) {
        return all.stream().filter(Membership::enrolled).findFirst()
                .map(own -> Refused.because(MentorshipRule.BEYOND_CYCLE, own.cycle, own.first, own.last))
                .orElseGet(() -> notAMentee(all.getFirst(), claim));
    }

    private Refused notAMentee(Membership membership, ClaimedSlot claim) {
        return Refused.because(MentorshipRule.NOT_A_MENTEE, catalogue.current().service(claim.service()).name(), membership.cycle);
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(row.getString("name"), row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                row.getObject("enrolment_id") != null, row.getObject("hold_id") == null ? null
                : new Pause(new HoldId(row.getLong("hold_id")), SuspensionKind.valueOf(row.getString("kind")), instant(row, "begun_at"),
                        row.getString("lead")));
    }
}
