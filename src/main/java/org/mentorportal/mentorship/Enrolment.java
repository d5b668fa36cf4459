package org.mentorportal.mentorship;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;

/**
 * A student's membership in a cycle, under a lead mentor. It begins ACTIVE, by SQL, since two may enrol one student at once.
 * A suspension of either kind pauses it, and its end lets it go on; coming back is never a second enrolment. The weekly plan
 * is part of it and changes through it. Nothing of it happens by itself, and it is never deleted.
 */
@Entity
class Enrolment {

    @Id
    private long id;
    private long cycleId;
    private long studentId;
    private long leadMentorId;
    @Enumerated(EnumType.STRING)
    private EnrolmentStatus status;
    private @Nullable Instant declinedAt;
    @ElementCollection
    @CollectionTable(name = "plan_entry", joinColumns = @JoinColumn(name = "enrolment_id"))
    private List<PlannedColumns> plan = new ArrayList<>();
    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Enrolment() {
        // JPA; rows are made by Enrolling
    }

    void pause(SuspensionKind kind) {
        if (status != EnrolmentStatus.ACTIVE) {
            throw new IllegalStateException("enrolment " + id + " is paused already");
        }
        status = kind.status();
    }

    void goOn() {
        if (status == EnrolmentStatus.ACTIVE) {
            throw new IllegalStateException("enrolment " + id + " is not paused");
        }
        status = EnrolmentStatus.ACTIVE;
    }

    void decline(Instant at) {
        declinedAt = at;
    }

    void plan(List<PlannedTime> times) {
        plan.clear();
        times.forEach(time -> plan.add(PlannedColumns.of(time)));
    }

    /** By weekday and time. */
    List<PlannedTime> plan() {
        return SetPlan.inOrder(plan.stream().map(PlannedColumns::time).toList());
    }

    EnrolmentId id() {
        return new EnrolmentId(id);
    }

    CycleId cycle() {
        return new CycleId(cycleId);
    }

    AccountId student() {
        return new AccountId(studentId);
    }

    AccountId lead() {
        return new AccountId(leadMentorId);
    }

    EnrolmentRights.People people() {
        return new EnrolmentRights.People(student(), lead());
    }

    EnrolmentStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    @Embeddable
    record PlannedColumns(long serviceId, short weekday, LocalTime timeOfDay) {

        static PlannedColumns of(PlannedTime time) {
            return new PlannedColumns(time.service().value(), (short) time.weekday().getValue(), time.time());
        }

        PlannedTime time() {
            return new PlannedTime(new ServiceId(serviceId), DayOfWeek.of(weekday), timeOfDay);
        }
    }
}
