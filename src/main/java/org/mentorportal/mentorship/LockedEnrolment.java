package org.mentorportal.mentorship;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * How every command about an existing enrolment begins: see that the person may, hold the student's lock, lock the row. Who
 * it is about never changes, so that the right is known before the locks.
 */
@Component
class LockedEnrolment {

    static final Function<Enrolment, Set<Long>> STUDENT_ALONE = enrolment -> Set.of();

    private final EnrolmentRepository enrolments;
    private final Commands commands;
    private final CurrentActor actor;

    LockedEnrolment(EnrolmentRepository enrolments, Commands commands, CurrentActor actor) {
        this.enrolments = enrolments;
        this.commands = commands;
        this.actor = actor;
    }

    /** What the person may do with the locked enrolment, in the role that gives the right. */
    interface Work<O> {

        O on(Enrolment enrolment, By by, CommandRun run);
    }

    /**
     * @param right     empty is answered like an unknown enrolment
     * @param resources which of them the work needs exclusive beside the student; asked before the locks, to take them, and after
     */
    <O extends Outcome> O run(Command command, CommandKey key, EnrolmentId id, BiFunction<Actor, EnrolmentRights.People, Optional<By>> right,
                              Function<Enrolment, Set<Long>> resources, Answers<O> answers, Work<O> work) {
        Actor person = actor.get();
        Optional<Enrolment> known = enrolments.findById(id.value());
        Optional<By> by = known.flatMap(enrolment -> right.apply(person, enrolment.people()));
        if (by.isEmpty()) {
            return answers.refused(Refused.because(MentorshipRule.UNKNOWN_ENROLMENT));
        }
        Set<Long> locked = resources.apply(known.orElseThrow());
        return commands.run(command, key, person, locks(known.orElseThrow(), locked), answers, run -> {
            Enrolment enrolment = enrolments.lock(id.value()).orElseThrow();
            return locked.containsAll(resources.apply(enrolment)) ? work.on(enrolment, by.get(), run)
                    : answers.refused(Refused.because(CommandRule.BUSY)); // changed between the look and the locks
        });
    }

    private static Locks locks(Enrolment enrolment, Set<Long> resources) {
        return resources.isEmpty() ? Locks.of(enrolment.student()) : Locks.restoring(List.of(enrolment.student()), resources);
    }
}
