package org.mentorportal.booking.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to, as the model foretells it and as the portal says it.
 *
 * @param rule    of a refusal, else ""
 * @param subject what was done it to, or null
 * @param state   where it stands, or ""
 * @param more    what else the two must agree on, by its text
 */
record Answer(Kind kind, String rule, @Nullable Subject subject, String state, int version, List<?> more) {

    enum Kind {
        DONE, ALREADY, STALE, REFUSED, FORBIDDEN, FAULT
    }

    /** A row; its number is the portal's, and 0 until the portal has said it. */
    static final class Subject {

        long id;

        Subject(long id) {
            this.id = id;
        }

        @Override
        public String toString() {
            return String.valueOf(id);
        }
    }

    /** What became of one time when a hold was undone or a plan filled. */
    record Line(Offer offer, Instant start, Who student, String verdict, @Nullable Subject booking, String status) {

        /** As a preview says it: what would be made has no number yet. */
        String beforehand() {
            return new Line(offer, start, student, verdict, verdict.equals("MADE") ? null : booking, status).toString();
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

    /** With how many changes there were since the version that somebody had seen; other data can name one before the first, or after the last. */
    Answer since(int seen) {
        return with(List.of((long) Math.max(0, version - Math.max(0, seen))));
    }

    Answer with(List<?> other) {
        return new Answer(kind, rule, subject, state, version, other);
    }

    /** Gives the rows that the model has just made the numbers that the portal gave them. */
    void learnNumbersFrom(Answer portals) {
        if (kind == Kind.DONE && portals.kind == Kind.DONE) {
            learn(subject, portals.subject);
            IntStream.range(0, Math.min(more.size(), portals.more.size())).forEach(n -> {
                if (more.get(n) instanceof Line line && portals.more.get(n) instanceof Line said) {
                    learn(line.booking, said.booking);
                } else if (more.get(n) instanceof Subject own && portals.more.get(n) instanceof Subject said) {
                    learn(own, said);
                }
            });
        }
    }

    private static void learn(@Nullable Subject own, @Nullable Subject portals) {
        if (own != null && portals != null && own.id == 0) {
            own.id = portals.id;
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
