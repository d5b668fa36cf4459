package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;

/** The order in which locks are taken is what keeps commands from waiting for each other in a circle (DESIGN.md section 6). */
class LocksTest {

    private static final long SCHOOL = 3L << 48;

    @Test
    void claimTakesTheStudentExclusiveThenTheSchoolAndTheResourceShared() {
        Locks locks = Locks.claim(new AccountId(900), 7);

        assertThat(locks.keys()).containsExactly((2L << 48) | 900, SCHOOL, SCHOOL | 7);
        assertThat(locks.exclusive()).containsExactly(true, false, false);
    }

    @Test
    void changeOfAResourceShutsItsClaimsOut() {
        Locks locks = Locks.changeOf(7);

        assertThat(locks.keys()).containsExactly(SCHOOL, SCHOOL | 7);
        assertThat(locks.exclusive()).containsExactly(false, true);
    }

    @Test
    void changeOfTheSchoolShutsEverybodyOut() {
        assertThat(Locks.changeOfSchool().keys()).containsExactly(SCHOOL);
        assertThat(Locks.changeOfSchool().exclusive()).containsExactly(true);
    }

    @Test
    void moveOrRestoreShutsClaimsOutAndTakesTheStudentFirst() {
        Locks locks = Locks.move(new AccountId(900), 7);

        assertThat(locks.keys()).containsExactly((2L << 48) | 900, SCHOOL, SCHOOL | 7);
        assertThat(locks.exclusive()).containsExactly(true, false, true);
    }

    @Test
    void commandsKeyComesFirst() {
        Locks locks = Locks.claim(new AccountId(900), 7).withCommand(42);

        assertThat(locks.keys()).containsExactly((1L << 48) | 42, (2L << 48) | 900, SCHOOL, SCHOOL | 7);
        assertThat(locks.exclusive()).containsExactly(true, true, false, false);
        assertThat(Locks.none().keys()).isEmpty();
    }
}
