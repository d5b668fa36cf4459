package org.mentorportal.session;

/**
 * What only a person decides.
 *
 * @param enrolment whose page, /mentees/{enrolment}, asks it
 */
public record AttendanceQuestion(Kind kind, long enrolment) {

    public enum Kind {
        /** The mentee has come to the cycle's limit of no-shows. */
        LIMIT_REACHED,
        /** The mark that was taken back had led to a suspension that still holds. */
        LED_TO_SUSPENSION
    }
}
