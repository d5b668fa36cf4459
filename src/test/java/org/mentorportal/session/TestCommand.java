package org.mentorportal.session;

import java.util.function.Function;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What a module above does inside a command of its own. */
record TestCommand(String what) implements Command {

    record Done<T>(T result) implements Outcome {

        @Override
        public boolean changedNothing() {
            return false;
        }
    }

    static <T> T run(Commands commands, CurrentActor actor, Locks locks, Function<CommandRun, T> work) {
        return commands.run(new TestCommand("test"), CommandKey.fresh(), actor.get(), locks, new Answers<Done<T>>() {

            @Override
            public Done<T> refused(Refused why) {
                throw new AssertionError(why);
            }

            @Override
            public Receipt keep(Done<T> success) {
                return new Receipt("DONE", 1, "DONE", 1);
            }

            @Override
            public Done<T> again(Receipt first) {
                throw new AssertionError("no key is sent twice");
            }
        }, run -> new Done<>(work.apply(run))).result();
    }
}
