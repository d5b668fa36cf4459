package org.mentorportal.command;

import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outcome of a test's own command, which makes one row or is refused. */
record MadeHold(long hold, Optional<Refused> refusal) implements Outcome {

    static final Answers<MadeHold> ANSWERS = new Answers<>() {

        @Override
        public MadeHold refused(Refused why) {
            return new MadeHold(0, Optional.of(why));
        }

        @Override
        public Receipt keep(MadeHold success) {
            return new Receipt("MADE", success.hold, "THERE", 1);
        }

        @Override
        public MadeHold again(Receipt first) {
            return new MadeHold(first.subject(), Optional.empty());
        }
    };

    static MadeHold in(JdbcClient jdbc) {
        return new MadeHold(jdbc.sql("insert into hold (kind) values ('CLOSURE') returning id").query(Long.class).single(), Optional.empty());
    }

    @Override
    public boolean changedNothing() {
        return refusal.isPresent();
    }
}
