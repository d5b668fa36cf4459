package org.mentorportal.booking.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mentorportal.shared.Role;

/**
 * The people of a run; every student may try what only staff may do, the mentor is nobody on the ground, and the
 * coach has no service but may lead mentees.
 */
enum Who {
    ANN(Role.STUDENT), BEN(Role.STUDENT), CLEO(Role.STUDENT), MENTOR(Role.MENTOR), COACH(Role.MENTOR), PRINCIPAL(Role.PRINCIPAL), ADMIN(Role.ADMIN);

    final Role role;

    Who(Role role) {
        this.role = role;
    }

    static List<Who> students() {
        return Arrays.stream(values()).filter(who -> who.role == Role.STUDENT).toList();
    }

    boolean is(Role... roles) {
        return Set.of(roles).contains(role);
    }
}
