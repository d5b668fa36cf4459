package org.mentorportal.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.shared.Role;

/**
 * Four weeks of a school's days, by chance but the same chance every time: mornings and afternoons students ask, at noon
 * and in the evening mentors and principals decide, and some change their minds. Nothing is left waiting at the end, so
 * that the open requests are those of {@link DemoStory}.
 */
final class DemoWalk {

    private static final Duration SOON = Duration.ofHours(36);

    private final DemoPeople people;
    private final DemoDesk desk;
    private final DemoDays days;
    private final Random random;
    private final DemoWords words = new DemoWords();
    private final List<AccountInfo> students;
    private final List<ServiceInfo> menu;
    private final List<BookingDetails> waiting = new ArrayList<>();
    private final List<BookingDetails> approved = new ArrayList<>();

    /** @param services what everybody may book */
    DemoWalk(DemoPeople people, List<ServiceInfo> services, DemoDesk desk, DemoDays days, Random random) {
        this.people = people;
        this.desk = desk;
        this.days = days;
        this.random = random;
        this.menu = Stream.concat(services.stream(), grounds(services)).toList();
        this.students = people.of(Role.STUDENT).stream().skip(1).toList(); // the first one's days are in the story
    }

    /** They are asked for twice as often. */
    private static Stream<ServiceInfo> grounds(List<ServiceInfo> services) {
        return services.stream().filter(service -> service.resource().kind() == ResourceKind.GROUND);
    }

    Stream<DemoAct> acts() {
        Instant last = days.now().minus(Duration.ofHours(2));
        Stream<DemoAct> walked = IntStream.rangeClosed(DemoDays.FIRST, 0).boxed().flatMap(this::day)
                .filter(act -> act.at().isBefore(last));
        return Stream.concat(walked, Stream.of(new DemoAct(last, at -> decide(at, 1))));
    }

    private Stream<DemoAct> day(int number) {
        boolean weekend = days.isWeekend(days.day(number));
        return Stream.of(
                new DemoAct(days.at(number, "10:10"), at -> ask(at, weekend ? 16 : 26)),
                new DemoAct(days.at(number, "12:25"), at -> decide(at, weekend ? 0 : 0.6)),
                new DemoAct(days.at(number, "16:40"), at -> ask(at, weekend ? 16 : 32)),
                new DemoAct(days.at(number, "18:20"), at -> decide(at, weekend ? 0 : 0.4)));
    }

    private void ask(Instant at, int times) {
        for (int n = 0; n < times; n++) {
            AccountInfo student = students.get(random.nextInt(students.size()));
            ServiceInfo service = menu.get(random.nextInt(menu.size()));
            Instant moment = at.plusSeconds(40L * n + random.nextInt(40));
            slot(service, moment).flatMap(slot -> desk.request(student, request(student, service, slot), moment))
                    .ifPresent(booking -> (booking.status() == BookingStatus.PENDING ? waiting : approved).add(booking));
        }
    }

    /** One that can be asked for, more often a near one than a far one, never one of today; groups gather early in the day. */
    private Optional<Slot> slot(ServiceInfo service, Instant at) {
        double far = random.nextDouble();
        LocalDate day = LocalDate.ofInstant(at, days.zone()).plusDays(1 + (int) (far * far * service.timing().horizon()));
        List<Slot> slots = Slots.on(day, service, days.zone()).stream()
                .filter(slot -> !at.isBefore(slot.opensAt()) && at.isBefore(slot.lapsesAt())).toList();
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.get(random.nextInt(service.capacity() > 1 ? 1 : slots.size())));
    }

    private RequestBooking request(AccountInfo student, ServiceInfo service, Slot slot) {
        int players = service.players() - random.nextInt((service.players() + 1) / 2);
        String contact = random.nextInt(4) == 0 ? student.email() : "";
        return new RequestBooking(service.id(), slot.start(), words.any(service.name(), random), players, contact);
    }

    /** @param share of the requests that are decided now; those for the next day and a half always are */
    private void decide(Instant at, double share) {
        for (Iterator<BookingDetails> each = waiting.iterator(); each.hasNext();) {
            BookingDetails request = each.next();
            if (random.nextDouble() < share || request.start().isBefore(at.plus(SOON))) {
                each.remove();
                desk.decide(people.decider(request.service()), verdict(request), at)
                        .filter(booking -> booking.status() == BookingStatus.APPROVED).ifPresent(approved::add);
            }
        }
        approved.removeIf(booking -> !booking.start().isAfter(at) || endsEarly(booking, at));
    }

    private Decision verdict(BookingDetails request) {
        return random.nextDouble() < 0.82 ? new Decision.Approve(request.id())
                : new Decision.Reject(request.id(), words.any("reject", random));
    }

    private boolean endsEarly(BookingDetails booking, Instant at) {
        double chance = random.nextDouble();
        if (chance < 0.012) {
            AccountInfo student = people.withId(booking.student());
            desk.decide(student, new Decision.Cancel(booking.id(), words.any("withdraw", random)), at);
        } else if (chance < 0.018) {
            desk.decide(people.decider(booking.service()), new Decision.Revoke(booking.id(), words.any("revoke", random)), at);
        } else if (chance < 0.024 && booking.service().resource().mentor() != null) {
            desk.decide(people.mentor(booking.service()), new Decision.Cancel(booking.id(), words.any("cancel", random)), at);
        }
        return chance < 0.024;
    }
}
