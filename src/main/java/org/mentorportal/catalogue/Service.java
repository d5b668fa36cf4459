package org.mentorportal.catalogue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is booked on a resource. It is offered from the first; an admin edits it, retires it and offers it again, its own
 * mentor edits its opening hours. They are part of it: they change only through it, so that its version tells every reader
 * whether what it knows of the service is still so. It is never deleted: bookings point to it.
 */
@Entity
class Service {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private long resourceId;
    private String name;
    @Embedded
    private TimingColumns timing;
    private short capacity;
    private short players;
    @Enumerated(EnumType.STRING)
    private Approval approval;
    @Embedded
    private LimitColumns limits;
    private boolean retired;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "opening_hours", joinColumns = @JoinColumn(name = "service_id"))
    private List<OpeningHours> hours = new ArrayList<>();
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Service() {
        // JPA
    }

    Service(AddService details) {
        this.resourceId = details.resource().value();
        become(details);
    }

    private void become(ServiceTerms terms) {
        name = terms.serviceName();
        timing = TimingColumns.of(terms.timing());
        capacity = (short) terms.capacity();
        players = (short) terms.players();
        approval = terms.approval();
        limits = LimitColumns.of(terms.limits());
        open(terms.hours());
    }

    private void open(List<Hours> windows) {
        hours.clear();
        windows.forEach(window -> hours.add(OpeningHours.of(window)));
    }

    /** From now on; what was booked stays as it was booked. */
    void edit(EditService terms) {
        become(terms);
    }

    void edit(EditHours windows) {
        open(windows.hours());
    }

    void retire() {
        retired = true;
    }

    void offerAgain() {
        retired = false;
    }

    long resourceId() {
        return resourceId;
    }

    int version() {
        return version;
    }

    ServiceInfo info(ResourceInfo resource) {
        return new ServiceInfo(new ServiceId(id), resource, name, timing.timing(), capacity, players, approval, limits.limits(),
                retired, Hours.inOrder(hours.stream().map(OpeningHours::hours).toList()), version);
    }

    @Embeddable
    record TimingColumns(short duration, short step, short bufferBefore, short bufferAfter, int notice, short horizon,
                         LocalTime opensAt) {

        static TimingColumns of(Timing timing) {
            return new TimingColumns((short) timing.duration(), (short) timing.step(), (short) timing.bufferBefore(),
                    (short) timing.bufferAfter(), timing.notice(), (short) timing.horizon(), timing.opensAt());
        }

        Timing timing() {
            return new Timing(duration, step, bufferBefore, bufferAfter, notice, horizon, opensAt);
        }
    }

    @Embeddable
    record LimitColumns(int cancelDeadline, @Nullable Short perDay, @Nullable Short perWeek, @Nullable Short atOnce, boolean onePerDay) {

        static LimitColumns of(Limits limits) {
            return new LimitColumns(limits.cancelDeadline(), column(limits.perDay()), column(limits.perWeek()),
                    column(limits.atOnce()), limits.onePerDay());
        }

        private static @Nullable Short column(@Nullable Integer most) {
            return most == null ? null : most.shortValue();
        }

        Limits limits() {
            return new Limits(cancelDeadline, number(perDay), number(perWeek), number(atOnce));
        }

        private static @Nullable Integer number(@Nullable Short most) {
            return most == null ? null : most.intValue();
        }
    }

    @Embeddable
    record OpeningHours(short weekday, LocalTime opens, LocalTime closes, LocalDate validFrom, @Nullable LocalDate validUntil) {

        static OpeningHours of(Hours hours) {
            return new OpeningHours((short) hours.weekday().getValue(), hours.opens(), hours.closes(), hours.validFrom(),
                    hours.validUntil());
        }

        Hours hours() {
            return new Hours(DayOfWeek.of(weekday), opens, closes, validFrom, validUntil);
        }
    }
}
