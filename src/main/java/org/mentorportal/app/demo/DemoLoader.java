package org.mentorportal.app.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandLimit;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.shared.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the demo school on a clock that walks from four weeks ago to now; the same for the same moment. */
@Component
class DemoLoader {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final AccountService accounts;
    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final ObjectProvider<DemoDesk> desks;
    private final DemoMentoring mentoring;
    private final Clock clock;

    DemoLoader(AccountService accounts, CatalogueService catalogue, CurrentActor actor,
               ObjectProvider<DemoDesk> desks, DemoMentoring mentoring, Clock clock) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.actor = actor;
        this.desks = desks;
        this.mentoring = mentoring;
        this.clock = clock;
    }

    DemoReport load() {
        return CommandLimit.lifted(this::loaded); // one day's decisions of a principal are made in one moment
    }

    private DemoReport loaded() {
        long began = System.nanoTime();
        long working = PROCESSOR.getCurrentThreadCpuTime();
        var days = new DemoDays(clock.instant(), clock.getZone());
        DemoDesk desk = desks.getObject();
        var people = new DemoPeople(accounts, actor);
        var offers = new DemoCatalogue(catalogue, actor, people);
        PortalClock.at(days.at(DemoDays.FIRST, "07:30"), () -> founded(people, offers, days));
        var cycles = new DemoCycles(offers, mentoring, days);
        acts(people, offers, cycles, desk, days).forEach(DemoAct::play);
        people.join(Role.ADMIN); // the last: DemoSchool takes it as the sign that nothing is missing
        return new DemoReport(days.now(), people.count(), offers.services().size(), desk.bookings(), desk.decisions(),
                Duration.ofNanos(System.nanoTime() - began), Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - working));
    }

    private static DemoCatalogue founded(DemoPeople people, DemoCatalogue offers, DemoDays days) {
        Stream.of(Role.STUDENT, Role.MENTOR, Role.PRINCIPAL).forEach(people::join);
        offers.offer(days);
        return offers;
    }

    private List<DemoAct> acts(DemoPeople people, DemoCatalogue offers, DemoCycles cycles, DemoDesk desk, DemoDays days) {
        var random = new Random(1);
        List<ServiceInfo> forAll = offers.services().stream().filter(service -> !cycles.has(service.id())).toList();
        var mentees = new DemoMentees(people, cycles, mentoring, desk, days);
        return Stream.of(new DemoClosures(people, offers, desk, days).acts(),
                        new DemoStory(people, offers, desk, days, random).acts(),
                        new DemoWalk(people, forAll, desk, days, random).acts(),
                        mentees.acts(), new DemoMarks(people, cycles, mentees, mentoring, days).acts(),
                        Stream.of(new DemoAct(days.at(-1, "15:00"), at -> readInboxes(people, desk, at))))
                .flatMap(act -> act).sorted(Comparator.comparing(DemoAct::at)).toList();
    }

    /** What was decided since then is still unread. */
    private static void readInboxes(DemoPeople people, DemoDesk desk, Instant at) {
        people.of(Role.STUDENT).forEach(student -> desk.readInbox(student, at));
    }
}
