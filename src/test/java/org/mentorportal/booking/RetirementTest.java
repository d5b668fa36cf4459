package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.booking.RetirementOutcome.AlreadyRetired;
import org.mentorportal.booking.RetirementOutcome.Retired;
import org.mentorportal.booking.RetirementOutcome.Stale;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueChange;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxKind;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A service is retired, never deleted: what is live is shown first, then kept or cancelled, and nothing slips in meanwhile. */
@PortalTest
class RetirementTest {

    private static final int ROUNDS = 20;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    RetirementService retirements;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    SlotBoards boards;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private AccountInfo admin;
    private AccountInfo ann;
    private ServiceInfo service;
    private BookingDetails pending;
    private BookingDetails approved;

    @BeforeEach
    void aServiceThatIsBooked() {
        admin = school.admin();
        ann = school.student();
        service = school.service();
        pending = desk.book(ann, service, school.in(6, "10:00"));
        approved = done(desk.approve(school.principal(), desk.book(school.student(), service, school.in(5, "11:00"))));
    }

    @Test
    void previewListsWhatIsLiveAndStillToComeAndChangesNothing() {
        BookingDetails ended = desk.book(ann, service, school.in(7, "10:00"));
        done(desk.cancel(ann, ended, ""));
        desk.book(ann, school.service(service.resource(), Approval.AUTOMATIC), school.in(8, "10:00"));

        assertThat(school.as(admin, () -> retirements.preview(service.id()))).extracting(BookingDetails::id)
                .containsExactly(approved.id(), pending.id());
        assertThat(desk.statusOf(pending)).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void whatIsKeptStaysAsItIsAndNothingMoreCanBeBooked() {
        var retired = (Retired) retire(LiveBookings.KEEP, "");

        assertThat(retired.cancelled()).isEmpty();
        assertThat(retired.service().retired()).isTrue();
        assertThat(retired.service().version()).isEqualTo(2);
        assertThat(desk.statusOf(pending)).isEqualTo(BookingStatus.PENDING);
        assertThat(desk.statusOf(approved)).isEqualTo(BookingStatus.APPROVED);
        assertThat(refusal(desk.ask(school.student(), service, school.in(5, "15:00")))).isEqualTo(BookingRuleId.SERVICE_RETIRED);
        assertThat(desk.approve(school.principal(), pending)).as("what is kept can still be approved")
                .isInstanceOf(BookingOutcome.Done.class);
        assertThat(trail()).last().isEqualTo("2 OFFERED>RETIRED ADMIN RetireService");
        assertThat(school.as(admin, () -> catalogue.current().servicesOf(service.resource().id()))).isEmpty();
    }

    @Test
    void whatIsCancelledHasTheReasonIsWrittenDownOneByOneAndToldToItsStudents() {
        var retired = (Retired) retire(LiveBookings.CANCEL, " The ground is sold ");

        assertThat(retired.cancelled()).extracting(BookingDetails::id).containsExactly(approved.id(), pending.id());
        assertThat(retired.cancelled()).allSatisfy(booking -> {
            assertThat(booking.status()).isEqualTo(BookingStatus.CANCELLED);
            assertThat(booking.reason()).isEqualTo("The ground is sold");
            assertThat(booking.decidedBy()).isEqualTo(admin.displayName());
        });
        assertThat(desk.trailOf(pending)).last().isEqualTo("2 PENDING>CANCELLED ADMIN RetireService");
        assertThat(desk.trailOf(approved)).last().isEqualTo("3 APPROVED>CANCELLED ADMIN RetireService");
        assertThat(desk.inboxOf(ann)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(InboxKind.BOOKING_CANCELLED);
            assertThat(message.reason()).isEqualTo("The ground is sold");
        });
        assertThat(jdbc.sql("select count(*) from booking where service_id = ? and hold_id is not null")
                .param(service.id().value()).query(Integer.class).single()).as("a retirement is no hold").isZero();
    }

    @Test
    void cancellingNeedsAReasonAndKeepingNone() {
        assertThat(retire(LiveBookings.CANCEL, "  ")).isEqualTo(notDone(BookingRuleId.REASON_NEEDED));
        assertThat(retire(LiveBookings.CANCEL, "x".repeat(301))).isEqualTo(notDone(BookingRuleId.DETAILS_TOO_LONG));
        assertThat(trail()).hasSize(1);
        assertThat(retire(LiveBookings.KEEP, "")).isInstanceOf(Retired.class);
    }

    @Test
    void retiredTwiceIsAlreadySoWhateverTheVersion() {
        retire(LiveBookings.KEEP, "");

        assertThat(retire(LiveBookings.CANCEL, "Again")).isInstanceOf(AlreadyRetired.class);
        assertThat(desk.statusOf(pending)).isEqualTo(BookingStatus.PENDING);
        assertThat(trail()).hasSize(2);
    }

    @Test
    void aRepeatIsTheSameRetirementWithWhatItCancelled() {
        CommandKey key = CommandKey.fresh();
        var command = new RetireService(service.id(), 1, LiveBookings.CANCEL, "Sold");
        var first = (Retired) school.as(admin, () -> retirements.retire(command, key));

        var again = (Retired) school.as(admin, () -> retirements.retire(command, key.again()));

        assertThat(again.service()).isEqualTo(first.service());
        assertThat(again.cancelled()).extracting(BookingDetails::id).containsExactly(approved.id(), pending.id());
        assertThat(trail()).hasSize(2);
    }

    @Test
    void e4WhoRetiresAnOlderVersionIsToldWhoChangedWhat() {
        AccountInfo colleague = school.admin();
        edit(colleague, service, School.allWeek("10:00", "12:00"), 1);

        var stale = (Stale) retire(LiveBookings.CANCEL, "Sold");

        assertThat(stale.since()).extracting(CatalogueChange::who).containsExactly(colleague.displayName());
        assertThat(stale.since().getFirst().parts()).containsExactly(ServicePart.HOURS);
        assertThat(desk.statusOf(pending)).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void whatIsOfferedAgainCanBeBookedAgainAndWhatWasCancelledStaysSo() {
        retire(LiveBookings.CANCEL, "Sold");

        ServiceInfo again = changed(school.as(admin, () -> catalogue.offerAgain(new OfferService(service.id(), 2), CommandKey.fresh())));

        assertThat(again.version()).isEqualTo(3);
        assertThat(again.retired()).isFalse();
        assertThat(desk.statusOf(pending)).isEqualTo(BookingStatus.CANCELLED);
        desk.book(ann, again, school.in(6, "10:00"));
        assertThat(school.as(admin, () -> catalogue.offerAgain(new OfferService(service.id(), 3), CommandKey.fresh())))
                .isEqualTo(new CatalogueOutcome.AlreadySo<>(again));
        assertThat(trail()).last().isEqualTo("3 RETIRED>OFFERED ADMIN OfferService");
    }

    @Test
    void onlyAnAdminRetires() {
        for (AccountInfo person : List.of(ann, school.principal(), school.mentor())) {
            assertThatThrownBy(() -> school.as(person, () -> retirements.preview(service.id()))).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> school.as(person, () -> retirements.retire(
                    new RetireService(service.id(), 1, LiveBookings.KEEP, ""), CommandKey.fresh()))).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(school.as(admin, () -> retirements.retire(new RetireService(new ServiceId(Long.MAX_VALUE), 1, LiveBookings.KEEP, ""),
                CommandKey.fresh()))).isEqualTo(notDone(CatalogueRule.UNKNOWN_SERVICE));
    }

    @Test
    void everyOpenWeekOfTheResourceIsToldOfAChangedService() {
        Set<String> told = ConcurrentHashMap.newKeySet();
        LocalDate day = LocalDate.ofInstant(pending.start(), clock.getZone());
        try (BoardWatch thisWeek = boards.watch(BoardKey.of(service.resource().id(), day), ann.id(), () -> told.add("this week"));
             BoardWatch farAway = boards.watch(BoardKey.of(service.resource().id(), day.plusWeeks(9)), ann.id(), () -> told.add("far away"));
             // of somebody without bookings: ann's own are of the changed service, on whatever board she looks at
             BoardWatch other = boards.watch(BoardKey.of(school.ground().id(), day), school.student().id(), () -> told.add("other"))) {
            edit(admin, service, School.allWeek("10:00", "12:00"), 1);
            await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(told).containsExactlyInAnyOrder("this week", "far away"));
            assertThat(List.of(thisWeek, farAway, other)).doesNotContainNull();
        }
    }

    /** A request that was judged after the edit committed is judged by the edit. */
    @Test
    void anEditOfHoursRacesRequestsAndNoneIsMadeOutsideThemAfterwards() {
        List<AccountInfo> students = school.students(10);
        var answers = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            ServiceInfo raced = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60), 2);
            List<Supplier<Outcome>> contenders = new ArrayList<>();
            for (int n = 0; n < students.size(); n++) {
                AccountInfo student = students.get(n);
                Instant start = school.in(1 + round, n % 2 == 0 ? "10:00" : "15:00").plusSeconds(n / 4 * 3600L);
                contenders.add(() -> desk.ask(student, raced, start));
            }
            contenders.add(5, () -> school.as(admin, () -> catalogue.edit(edited(raced, School.allWeek("14:00", "20:00"), 1),
                    CommandKey.fresh())));
            List<Outcome> outcomes = Race.of(contenders);
            outcomes.forEach(outcome -> answers.merge(name(outcome), 1, Integer::sum));
            assertThat(outcomes.get(5)).isInstanceOf(CatalogueOutcome.Done.class);
            assertThat(jdbc.sql("""
                    select b.id from booking b join audit_event made on made.subject_type = 'booking' and made.subject_id = b.id and made.seq = 1
                    join audit_event edit on edit.subject_type = 'service' and edit.subject_id = b.service_id and edit.seq = 2
                    where b.service_id = :service and b.capacity <> 1 and made.id > edit.id
                    union all
                    select b.id from booking b where b.service_id = :service and b.capacity = 1
                      and extract(hour from b.starts_at at time zone :zone) < 14
                    """).param("service", raced.id().value()).param("zone", clock.getZone().getId()).query(Long.class).list())
                    .as("made after the edit by the service as it was before").isEmpty();
        }
        System.out.println("RACE an edit of hours and seats against 10 requests, " + ROUNDS + " rounds: " + answers);
        assertThat(answers.keySet()).isSubsetOf("Done", "NO_SUCH_SLOT", "SLOT_TAKEN");
    }

    @Test
    void aRetirementRacesRequestsAndNoLiveBookingIsLeft() {
        List<AccountInfo> students = school.students(10);
        var answers = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            ServiceInfo raced = school.service(school.ground(), Approval.AUTOMATIC);
            Instant first = school.in(1 + round, "09:00");
            List<Supplier<Outcome>> contenders = new ArrayList<>();
            for (int n = 0; n < students.size(); n++) {
                AccountInfo student = students.get(n);
                Instant start = first.plusSeconds(n * 3600L);
                contenders.add(() -> desk.ask(student, raced, start));
            }
            contenders.add(5, () -> school.as(admin, () -> retirements.retire(
                    new RetireService(raced.id(), 1, LiveBookings.CANCEL, "Sold"), CommandKey.fresh())));
            List<Outcome> outcomes = Race.of(contenders);
            outcomes.forEach(outcome -> answers.merge(name(outcome), 1, Integer::sum));
            int made = (int) outcomes.stream().filter(BookingOutcome.Done.class::isInstance).count();
            assertThat(((Retired) outcomes.get(5)).cancelled()).as("all that were made before it").hasSize(made);
            assertThat(jdbc.sql("select count(*) from booking where service_id = ? and status in ('PENDING', 'APPROVED')")
                    .param(raced.id().value()).query(Integer.class).single()).isZero();
        }
        System.out.println("RACE a retirement against 10 requests, " + ROUNDS + " rounds: " + answers);
        assertThat(answers.keySet()).isSubsetOf("Done", "Retired", "SERVICE_RETIRED");
    }

    private static String name(Outcome outcome) {
        return outcome instanceof NotDone lost ? lost.why().rule().name() : outcome.getClass().getSimpleName();
    }

    private static EditService edited(ServiceInfo service, List<Hours> hours, int capacity) {
        return new EditService(service.id(), service.version(), service.name(), service.timing(), capacity, service.players(),
                service.approval(), service.limits(), hours);
    }

    private ServiceInfo edit(AccountInfo person, ServiceInfo service, List<Hours> hours, int capacity) {
        return changed(school.as(person, () -> catalogue.edit(edited(service, hours, capacity), CommandKey.fresh())));
    }

    private static ServiceInfo changed(CatalogueOutcome<ServiceInfo> outcome) {
        assertThat(outcome).isInstanceOf(CatalogueOutcome.Done.class);
        return ((CatalogueOutcome.Done<ServiceInfo>) outcome).thing();
    }

    private RetirementOutcome retire(LiveBookings bookings, String reason) {
        return school.as(admin, () -> retirements.retire(new RetireService(service.id(), 1, bookings, reason), CommandKey.fresh()));
    }

    private static RetirementOutcome notDone(RuleId rule) {
        return new RetirementOutcome.NotDone(Refused.because(rule));
    }

    private List<String> trail() {
        return jdbc.sql("""
                select seq || ' ' || coalesce(state_from, 'null') || '>' || state_to || ' ' || actor_role || ' ' || command
                from audit_event where subject_type = 'service' and subject_id = ? order by seq""")
                .param(service.id().value()).query(String.class).list();
    }
}
