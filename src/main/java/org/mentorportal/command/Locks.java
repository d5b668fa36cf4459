package org.mentorportal.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import org.mentorportal.shared.AccountId;

/**
 * The advisory locks that a command holds until its transaction ends, always taken in the order of DESIGN.md section 6:
 * the command's key, students exclusive, then the school, then resources by id, then who
 * administers. Claims hold a resource shared; whatever changes what can be
 * claimed of it (closure, hours, restore, reschedule) holds it exclusive.
 */
public final class Locks {

    private static final long WHOLE_SCHOOL = 0;
    private static final int COMMAND = 1;
    private static final int STUDENT = 2;
    private static final int RESOURCE = 3;
    private static final int ADMINS = 4;

    private record Key(int kind, long id) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparingInt(Key::kind).thenComparingLong(Key::id).compare(this, other);
        }

        long asNumber() {
            return ((long) kind << 48) | id;
        }
    }

    private final TreeMap<Key, Boolean> exclusiveByKey = new TreeMap<>();

    private Locks() {
    }

    public static Locks none() {
        return new Locks();
    }

    /** Something about {@code student}, who claims nothing meanwhile. */
    public static Locks of(AccountId student) {
        return new Locks().with(STUDENT, student.value(), true);
    }

    /** A change of an account, perhaps of who administers: nobody else changes that meanwhile. */
    public static Locks administering(AccountId account) {
        return administering().with(STUDENT, account.value(), true);
    }

    /** A change of who there is: nobody else becomes an admin, or stops being one, meanwhile. */
    public static Locks administering() {
        return new Locks().with(ADMINS, 0, true);
    }

    /** A restoring of claims of {@code students} on {@code resources}: nobody else claims, moves, restores or closes there meanwhile. */
    public static Locks restoring(Collection<AccountId> students, Collection<Long> resources) {
        return changeOfAll(resources).andStudents(students);
    }

    /** A change of what can be claimed of {@code resources}. */
    public static Locks changeOfAll(Collection<Long> resources) {
        var locks = new Locks().with(RESOURCE, WHOLE_SCHOOL, false);
        resources.forEach(resource -> locks.with(RESOURCE, resource, true));
        return locks;
    }

    /** These, and something about {@code students}. */
    public Locks andStudents(Collection<AccountId> students) {
        var all = copy();
        students.forEach(student -> all.with(STUDENT, student.value(), true));
        return all;
    }

    private Locks copy() {
        var all = new Locks();
        all.exclusiveByKey.putAll(exclusiveByKey);
        return all;
    }

    /** A claim of {@code student} on {@code resource}: nobody closes it, and the student claims nothing else, meanwhile. */
    public static Locks claim(AccountId student, long resource) {
        return new Locks().with(STUDENT, student.value(), true).with(RESOURCE, WHOLE_SCHOOL, false)
                .with(RESOURCE, resource, false);
    }

    /** A change of what can be claimed of {@code resource}. */
    public static Locks changeOf(long resource) {
        return new Locks().with(RESOURCE, WHOLE_SCHOOL, false).with(RESOURCE, resource, true);
    }

    /** A change of what can be claimed anywhere. */
    public static Locks changeOfSchool() {
        return new Locks().with(RESOURCE, WHOLE_SCHOOL, true);
    }

    /** A move or a restoring of {@code student}'s claim: nobody else moves, restores or closes on {@code resource} meanwhile. */
    public static Locks move(AccountId student, long resource) {
        return claim(student, resource).with(RESOURCE, resource, true);
    }

    /** These and the lock of a command's key. */
    Locks withCommand(long number) {
        return copy().with(COMMAND, number, true);
    }

    private Locks with(int kind, long id, boolean exclusive) {
        exclusiveByKey.merge(new Key(kind, id), exclusive, Boolean::logicalOr);
        return this;
    }

    Long[] keys() {
        return exclusiveByKey.keySet().stream().map(Key::asNumber).toArray(Long[]::new);
    }

    Boolean[] exclusive() {
        return exclusiveByKey.values().toArray(Boolean[]::new);
    }
}
