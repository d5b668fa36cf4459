package org.mentorportal.mentorship;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;

/** In which role who may do what with an enrolment (DESIGN.md section 9). */
final class EnrolmentRights {

    private EnrolmentRights() {
    }

    /** Whose enrolment it is. */
    record People(AccountId student, AccountId lead) {
    }

    /** The lead mentor, or an admin; nobody decides about themselves. */
    static Optional<By> asLead(Actor person, People people) {
        if (people.student.equals(person.id())) {
            return Optional.empty();
        }
        return people.lead.equals(person.id()) ? person.asFirstOf(Role.MENTOR, Role.ADMIN) : person.asFirstOf(Role.ADMIN);
    }

    static Optional<By> asMentee(Actor person, People people) {
        return people.student.equals(person.id()) ? person.asFirstOf(Role.STUDENT) : Optional.empty();
    }

    static Optional<By> asEither(Actor person, People people) {
        return asMentee(person, people).or(() -> asLead(person, people));
    }

    /** Who may begin a suspension of that kind, or end one; whether a mentee may end this one is for its own rule. */
    static Optional<By> asOneWhoSuspends(Actor person, People people, SuspensionKind kind) {
        return switch (kind) {
            case REPROBATED -> asLead(person, people);
            case UNSUBSCRIBED -> asEither(person, people);
        };
    }

    /** @param open the suspension that holds, or null */
    static Set<EnrolmentAction> actions(Actor person, People people, @Nullable SuspensionDetails open, boolean questionOpen, boolean over) {
        Set<EnrolmentAction> actions = EnumSet.noneOf(EnrolmentAction.class);
        if (asLead(person, people).isPresent()) {
            actions.add(EnrolmentAction.PLAN);
            if (open == null) {
                actions.addAll(EnumSet.of(EnrolmentAction.REPROBATE, EnrolmentAction.UNSUBSCRIBE));
                add(actions, EnrolmentAction.GENERATE, !over);
                add(actions, EnrolmentAction.DECLINE, questionOpen);
            } else {
                actions.add(ending(open.kind()));
            }
        } else if (asMentee(person, people).isPresent()) {
            add(actions, EnrolmentAction.UNSUBSCRIBE, open == null);
            add(actions, EnrolmentAction.RESUBSCRIBE, open != null && open.byTheMentee());
        }
        return actions;
    }

    private static EnrolmentAction ending(SuspensionKind kind) {
        return switch (kind) {
            case REPROBATED -> EnrolmentAction.REACTIVATE;
            case UNSUBSCRIBED -> EnrolmentAction.RESUBSCRIBE;
        };
    }

    private static void add(Set<EnrolmentAction> actions, EnrolmentAction action, boolean possible) {
        if (possible) {
            actions.add(action);
        }
    }
}
