package org.mentorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** How long it takes to verify a trail as a school has it after years: chains, the rows beside them, and seals. */
@PortalTest
class LongTrailTest {

    private static final int EVENTS = 100_000;
    private static final int CHAIN = 4;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** The events of one place in all chains, each after the one before it. */
    private static final String APPEND = """
            insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id, state_from, state_to, format, canonical,
                                     previous_hash, hash)
            select 'booking', id, %1$d, '2026-11-21T10:00:00.000001Z', 7, 'PRINCIPAL', 'ApproveBooking', '00000000-0000-0000-0000-000000000000',
                   nullif('S%2$d', 'S0'), 'S%1$d', 1, canonical, previous, sha256(coalesce(previous, ''::bytea) || convert_to(canonical, 'UTF8'))
            from (select b.id, p.hash as previous, concat_ws(chr(10), 'subject=booking:' || b.id, 'seq=%1$d', 'at=2026-11-21T10:00:00.000001Z', 'actor=7',
                    'role=PRINCIPAL', 'command=ApproveBooking', 'command-id=00000000-0000-0000-0000-000000000000', 'from=' || coalesce(nullif('S%2$d', 'S0'), ''),
                    'to=S%1$d', 'reason=', 'fact.capacity=1', 'fact.end=2026-11-24T10:00:00Z', 'fact.occupied-from=2026-11-24T09:00:00Z',
                    'fact.occupied-to=2026-11-24T10:00:00Z', 'fact.players=4', 'fact.resource=3', 'fact.seat=1', 'fact.service=5',
                    'fact.start=2026-11-24T09:00:00Z', 'fact.student=' || b.id, '') as canonical
                  from booking b left join audit_event p on p.subject_type = 'booking' and p.subject_id = b.id and p.seq = %2$d) e
            """;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Test
    void f2HundredThousandEventsAreVerifiedWithinFiveSeconds() throws SQLException {
        try (var copy = new TrailCopy(owner)) {
            copy.run("insert into booking select n, 'S%1$d', %1$d from generate_series(1, %2$d) n".formatted(CHAIN, EVENTS / CHAIN));
            for (int seq = 1; seq <= CHAIN; seq++) {
                copy.run(APPEND.formatted(seq, seq - 1), "analyze audit_event");
            }
            // The portal's own events have ids beyond these, or not: a seal covers what there is up to the portal's newest
            Seal seal = copy.seal();
            long begun = System.nanoTime();
            TrailCheck.Findings found = copy.check();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            System.out.printf("TRAIL %d events verified, of which %d sealed, in %d ms%n", found.events(), seal.events(), millis);

            assertThat(found.faults()).isEmpty();
            assertThat(found.events()).isEqualTo(EVENTS);
            assertThat(Duration.ofMillis(millis)).isLessThan(LONGEST);

            copy.run("update audit_event set actor_id = 8 where id = 77777");
            assertThat(copy.faults()).hasSize(1).first().asString().endsWith("its columns do not say what was hashed");
        }
    }
}
