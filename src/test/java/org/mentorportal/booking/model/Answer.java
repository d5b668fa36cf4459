package org.mentorportal.booking.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to, as the model foretells it and as the portal says it.
 *
 * @param rule    of a refusal, else ""
 * @param subject the booking or closure, or null
 * @param state   where it stands, or ""
 * @param more    other numbers that the two must agree on
 */
record Answer(Kind kind, String rule, @Nullable Subject subject, String state, int version, List<Long> more) {

    enum Kind {
        DONE, ALREADY, STALE, REFUSED, FORBIDDEN, FAULT
    }

    /** A row; its number is the portal's, and 0 until the portal has said it. */
    static final class Subject {

        long id;

        Subject(long id) {
            this.id = id;
        }
    }

    static Answer of(Kind kind, Subject subject, String state, int version) {
        return new Answer(kind, "", subject, state, version, List.of());
    }

    static Answer refused(String rule) {
        return new Answer(Kind.REFUSED, rule, null, "", 0, List.of());
    }

    static Answer forbidden() {
        return new Answer(Kind.FORBIDDEN, "", null, "", 0, List.of());
    }

    static Answer fault(Throwable fault) {
        return new Answer(Kind.FAULT, fault.toString(), null, "", 0, List.of());
    }

    Answer with(List<Long> numbers) {
        return new Answer(kind, rule, subject, state, version, numbers);
    }

    /** Gives a row that the model has just made the number that the portal gave it. */
    void learnNumberFrom(Answer portals) {
        if (kind == Kind.DONE && portals.kind == Kind.DONE && subject != null && portals.subject != null && subject.id == 0) {
            subject.id = portals.subject.id;
        }
    }

    /** For counting: the rule of a refusal, else the kind. */
    String label() {
        return kind == Kind.REFUSED ? rule : kind.name();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case REFUSED, FAULT -> kind + " " + rule;
            case FORBIDDEN -> "FORBIDDEN";
            default -> kind + " " + (subject == null ? "" : subject.id) + " " + state + " v" + version + (more.isEmpty() ? "" : " " + more);
        };
    }
}
