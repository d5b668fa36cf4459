package org.mentorportal.shared.api;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentorportal.shared.RuleId;
import org.springframework.http.HttpStatus;

/**
 * Which status a refusal has. By the rules' names, since the rules belong to the modules above; a test holds the table and
 * the rules together.
 */
final class RuleStatus {

    private static final Map<HttpStatus, Set<String>> TABLE = Map.of(
            // Not the caller's to know of, or not there
            NOT_FOUND, Set.of("UNKNOWN_BOOKING", "UNKNOWN_CLOSURE", "UNKNOWN_TOKEN", "UNKNOWN_RESOURCE", "UNKNOWN_SERVICE",
                    "UNKNOWN_CYCLE", "UNKNOWN_ENROLMENT", "UNKNOWN_WARNING", "UNKNOWN_ACCOUNT"),
            // The caller's, but not theirs to do
            FORBIDDEN, Set.of("OWN_REQUEST", "NOT_YOUR_SERVICE", "OWN_ATTENDANCE", "LEAD_IS_ANOTHER", "RESUBSCRIBE_BY_STAFF", "SECOND_FACTOR_REQUIRED",
                    "SECOND_FACTOR_ACCOUNT"),
            // Lost to somebody, or it stands elsewhere by now
            CONFLICT, Set.of("SLOT_TAKEN", "RESOURCE_TAKEN", "OWN_BOOKING_THEN", "STUDENT_BOOKED_THEN", "CONFLICT", "ALREADY_BEGUN",
                    "NOT_PENDING", "NOT_APPROVED", "NOT_ACTIVE", "NOT_HELD", "LAPSED", "EMAIL_TAKEN", "NAME_TAKEN", "MENTOR_TAKEN", "SECRET_SHOWN_BEFORE",
                    "NOT_ENDED", "NOT_IN_SESSION", "PLACE_GIVEN_UP", "ALREADY_MARKED", "NOT_MARKED", "MARK_REFUSED",
                    "SERVICE_IN_OTHER_CYCLE", "ALREADY_ENROLLED", "ALREADY_REPROBATED", "ALREADY_UNSUBSCRIBED", "NOT_SUSPENDED",
                    "NO_QUESTION", "WARNING_WITHDRAWN", "LAST_ADMIN", "ACCOUNT_DISABLED", "LINK_SHOWN_BEFORE", "LINK_OVER", "SET_UP_DONE",
                    "SECOND_FACTOR_ON", "SECOND_FACTOR_OFF"),
            PRECONDITION_FAILED, Set.of("STALE", "SERVICE_CHANGED", "CYCLE_CHANGED", "ENROLMENT_CHANGED", "ACCOUNT_CHANGED"),
            // A rule is broken by what was asked for
            UNPROCESSABLE_CONTENT, Set.of("KEY_REUSED", "NO_SUCH_SLOT", "SERVICE_RETIRED", "CLOSED", "SLOT_PASSED", "TOO_LATE",
                    "NOT_YET_OPEN", "ONE_PER_DAY", "QUOTA_DAY", "QUOTA_WEEK", "QUOTA_AT_ONCE", "TOO_MANY_PLAYERS", "PURPOSE_NEEDED",
                    "DETAILS_TOO_LONG", "REASON_NEEDED", "CANCEL_TOO_LATE", "NOT_A_STUDENT", "NOT_FOR_ONESELF", "CLOSURE_TIMES",
                    "CLOSURE_PAST", "TOKEN_NAME", "TOKEN_DAYS", "TOO_MANY_TOKENS", "NAME_LENGTH", "DURATION_RANGE", "STEP_RANGE", "BUFFER_BEFORE_RANGE",
                    "BUFFER_AFTER_RANGE", "NOTICE_RANGE", "HORIZON_RANGE", "CAPACITY_RANGE", "PLAYERS_RANGE", "CANCEL_DEADLINE_RANGE",
                    "PER_DAY_RANGE", "PER_WEEK_RANGE", "AT_ONCE_RANGE", "NOT_A_MENTOR", "NO_MENTOR_TO_APPROVE", "HOURS_TIMES",
                    "HOURS_VALIDITY", "HOURS_OVERLAP", "NO_ATTENDANCE", "NOT_A_MENTEE", "BEYOND_CYCLE",
                    "MENTEE_SUSPENDED", "CYCLE_DAYS", "NO_SHOW_LIMIT_RANGE", "CYCLE_OVER", "LEAD_MENTOR", "PLAN_SERVICE", "PLAN_OVERLAP",
                    "PLAN_TOO_LONG", "PLAN_TIME", "FILL_PERIOD", "ANSWER_LENGTH", "PASSWORD_SHORT", "PASSWORD_LONG", "PASSWORD_CHARACTERS",
                    "PASSWORD_COMMON", "PASSWORD_ABOUT_YOU", "PASSWORD_WRONG", "PERSON_NAME", "EMAIL_FORM", "ROLE_NEEDED", "SET_UP_TOKEN",
                    "CODE_WRONG"),
            TOO_MANY_REQUESTS, Set.of("TOO_MANY", "TOO_MANY_SIGN_INS"),
            // Nothing is known to be wrong: the same call may be made again
            SERVICE_UNAVAILABLE, Set.of("BUSY", "BEING_CHECKED"));

    private static final Map<String, HttpStatus> BY_NAME = TABLE.entrySet().stream()
            .flatMap(line -> line.getValue().stream().map(rule -> Map.entry(rule, line.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private RuleStatus() {
    }

    static HttpStatus of(RuleId rule) {
        return BY_NAME.getOrDefault(rule.name(), UNPROCESSABLE_CONTENT);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }
}
