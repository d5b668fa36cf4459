package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.springframework.test.util.ReflectionTestUtils;

/** Every pair of status and action (DESIGN.md section 4), before and after the start; V2.3.1. */
class BookingStateTest {

    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
    private static final Instant BEFORE = START.minusSeconds(1);
    private static final AccountId SOMEBODY = new AccountId(7);

    enum Action {
        APPROVE, REJECT, REVOKE, CANCEL;

        Optional<Refused> on(Booking booking, Instant at) {
            return switch (this) {
                case APPROVE -> booking.approve(SOMEBODY, at);
                case REJECT -> booking.reject(SOMEBODY, at, " too muddy ");
                case REVOKE -> booking.revoke(SOMEBODY, at, " too muddy ");
                case CANCEL -> booking.cancel(SOMEBODY, at, " too muddy ");
            };
        }
    }

    /** What the aggregate itself answers; that a repeat is "so already" is decided before it is asked. */
    @ParameterizedTest(name = "{0} {1}: before the start {2}, after it {3}")
    @CsvSource({
        "APPROVE, PENDING,   APPROVED,     LAPSED",
        "APPROVE, APPROVED,  NOT_PENDING,  NOT_PENDING",
        "APPROVE, REJECTED,  NOT_PENDING,  NOT_PENDING",
        "APPROVE, REVOKED,   NOT_PENDING,  NOT_PENDING",
        "APPROVE, CANCELLED, NOT_PENDING,  NOT_PENDING",
        "REJECT,  PENDING,   REJECTED,     REJECTED",
        "REJECT,  APPROVED,  NOT_PENDING,  NOT_PENDING",
        "REJECT,  REJECTED,  NOT_PENDING,  NOT_PENDING",
        "REJECT,  REVOKED,   NOT_PENDING,  NOT_PENDING",
        "REJECT,  CANCELLED, NOT_PENDING,  NOT_PENDING",
        "REVOKE,  PENDING,   NOT_APPROVED, NOT_APPROVED",
        "REVOKE,  APPROVED,  REVOKED,      ALREADY_BEGUN",
        "REVOKE,  REJECTED,  NOT_APPROVED, NOT_APPROVED",
        "REVOKE,  REVOKED,   NOT_APPROVED, NOT_APPROVED",
        "REVOKE,  CANCELLED, NOT_APPROVED, NOT_APPROVED",
        "CANCEL,  PENDING,   CANCELLED,    ALREADY_BEGUN",
        "CANCEL,  APPROVED,  CANCELLED,    ALREADY_BEGUN",
        "CANCEL,  REJECTED,  NOT_ACTIVE,   NOT_ACTIVE",
        "CANCEL,  REVOKED,   NOT_ACTIVE,   NOT_ACTIVE",
        "CANCEL,  CANCELLED, NOT_ACTIVE,   NOT_ACTIVE",
    })
    void x12EveryPairOfStatusAndActionHasOneAnswer(Action action, BookingStatus status, String before, String after) {
        assertAnswer(action, status, BEFORE, before);
        assertAnswer(action, status, START, after);
        assertAnswer(action, status, START.plusSeconds(86_400), after);
    }

    /** Every pair is in the table: a new status or verb without an answer is a missing row. */
    @ParameterizedTest
    @EnumSource
    void everyActionIsAskedForEveryStatus(BookingStatus status) throws NoSuchMethodException {
        long rows = Arrays.stream(getClass().getDeclaredMethod("x12EveryPairOfStatusAndActionHasOneAnswer", Action.class,
                        BookingStatus.class, String.class, String.class).getAnnotation(CsvSource.class).value())
                .filter(row -> row.split(",")[1].strip().equals(status.name())).count();
        assertThat(rows).isEqualTo(Action.values().length);
    }

    private static void assertAnswer(Action action, BookingStatus status, Instant at, String expected) {
        Booking booking = booking(status);
        Map<String, Object> fields = fields(booking);

        Optional<Refused> refused = action.on(booking, at);

        if (refused.isPresent()) {
            assertEquals(expected, refused.get().rule().name(), () -> action + " " + status + " at " + at);
            assertThat(fields(booking)).as("a refusal changes nothing").isEqualTo(fields);
            return;
        }
        assertEquals(expected, booking.status().name(), () -> action + " " + status + " at " + at);
        BookingRow row = booking.row();
        assertThat(row.decidedBy()).isEqualTo(SOMEBODY);
        assertThat(row.decidedAt()).isEqualTo(at);
        assertThat(row.reason()).isEqualTo(action == Action.APPROVE ? null : "too muddy");
    }

    private static Booking booking(BookingStatus status) {
        var booking = new Booking();
        ReflectionTestUtils.setField(booking, "startsAt", START);
        ReflectionTestUtils.setField(booking, "endsAt", START.plusSeconds(3600));
        ReflectionTestUtils.setField(booking, "status", status);
        return booking;
    }

    private static Map<String, Object> fields(Booking booking) {
        var all = new HashMap<String, Object>();
        for (var field : Booking.class.getDeclaredFields()) {
            all.put(field.getName(), ReflectionTestUtils.getField(booking, field.getName()));
        }
        return all;
    }
}
