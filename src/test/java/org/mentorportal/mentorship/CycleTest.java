package org.mentorportal.mentorship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.CycleChange.CyclePart;
import org.mentorportal.mentorship.EnrolmentChange.EnrolmentPart;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Cycles, their mentees and weekly plans: who makes them, whom they bind, and what stays as it is. */
@PortalTest
class CycleTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    CycleService cycles;
    @Autowired
    EnrolmentService enrolments;
    @Autowired
    List<StoredRule> rules;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Mentoring.Scene scene;
    private LocalDate today;

    @BeforeEach
    void openTheSchool() {
        scene = mentoring.scene();
        today = LocalDate.now(clock);
    }

    private CycleOutcome sent(EditCycle edit) {
        return school.as(scene.admin(), () -> cycles.edit(edit, CommandKey.fresh()));
    }

    private EditCycle edit(LocalDate last, ServiceInfo... services) {
        CycleInfo now = scene.cycle();
        return new EditCycle(now.id(), now.version(), now.name(), now.firstDay(), last, now.noShowLimit(), Mentoring.ids(services));
    }

    private AddCycle add(LocalDate first, LocalDate last, ServiceInfo... services) {
        return new AddCycle("Cycle of a test " + NUMBER.incrementAndGet(), first, last, 3, Mentoring.ids(services));
    }

    @Test
    void d2CyclesServicesAreForItsActiveMenteesOnItsDays() {
        AccountInfo stranger = school.student();

        assertThat(Desk.refusal(desk.ask(stranger, scene.talk(), school.in(3, "10:00")))).isEqualTo(MentorshipRule.NOT_A_MENTEE);
        desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        Mentoring.done(sent(edit(today.plusDays(10), scene.talk(), scene.training())));
        assertThat(Desk.refusal(desk.ask(scene.student(), scene.talk(), school.in(12, "10:00")))).isEqualTo(MentorshipRule.BEYOND_CYCLE);
    }

    @Test
    void removingAServiceAndShorteningTheDaysTouchesNoBooking() {
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(15, "10:00"));
        BookingDetails training = desk.book(scene.student(), scene.training(), school.in(3, "10:00"));
        int version = talk.version();

        CycleInfo after = Mentoring.done(sent(edit(today.plusDays(5), scene.talk())));

        assertThat(after.services()).extracting(ServiceInfo::id).containsExactly(scene.talk().id());
        assertThat(after.version()).isEqualTo(2);
        assertThat(List.of(desk.statusOf(talk), desk.statusOf(training))).containsExactly(BookingStatus.APPROVED, BookingStatus.PENDING);
        assertThat(desk.trailOf(talk)).hasSize(version);
        desk.book(school.student(), scene.training(), school.in(4, "10:00"));
        assertThat(desk.trailOf("cycle", after.id().value())).containsExactly("1 null>SET ADMIN AddCycle", "2 SET>SET ADMIN EditCycle");
        assertThat(rules.stream().flatMap(rule -> rule.faults().stream())).isEmpty();
    }

    @Test
    void aServiceIsInOneCycleAtATime() {
        assertThat(Mentoring.refusal(mentoring.add(scene.admin(), add(today, today.plusDays(5), scene.talk()))))
                .isEqualTo(MentorshipRule.SERVICE_IN_OTHER_CYCLE);
        assertThat(mentoring.add(scene.admin(), add(today.plusDays(61), today.plusDays(90), scene.talk()))).isInstanceOf(CycleOutcome.Done.class);
        assertThat(Mentoring.refusal(sent(edit(today.plusDays(61), scene.talk())))).isEqualTo(MentorshipRule.SERVICE_IN_OTHER_CYCLE);
        assertThat(sent(edit(today.plusDays(61), scene.training()))).as("without the service the days are free").isInstanceOf(CycleOutcome.Done.class);
        assertThatThrownBy(() -> jdbc.sql("insert into cycle_service select id, ?, first_day, last_day from cycle where id = ?")
                .params(scene.training().id().value(), mentoring.cycle(scene.admin()).id().value()).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("ex_cycle_service");
    }

    @Test
    void twoCyclesThatWantOneServiceAtOnceEndInOneThatHasIt() {
        for (int round = 0; round < 20; round++) {
            ServiceInfo wanted = school.service(school.ground(), Approval.AUTOMATIC);
            List<CycleOutcome> outcomes = Race.<CycleOutcome>of(List.of(
                    () -> mentoring.add(scene.admin(), add(today, today.plusDays(5), wanted)),
                    () -> mentoring.add(scene.admin(), add(today.plusDays(5), today.plusDays(9), wanted))));

            assertThat(outcomes.stream().filter(CycleOutcome.Done.class::isInstance)).hasSize(1);
            assertThat(outcomes.stream().flatMap(outcome -> outcome.refusal().stream())).singleElement()
                    .satisfies(why -> assertThat(why.rule()).isEqualTo(MentorshipRule.SERVICE_IN_OTHER_CYCLE));
        }
    }

    @Test
    void whatACycleCannotBeIsRefusedInWords() {
        LocalDate last = today.plusDays(5);
        assertThat(Mentoring.refusal(mentoring.add(scene.admin(), new AddCycle(" ", today, last, 3, Set.of())))).isEqualTo(CatalogueRule.NAME_LENGTH);
        assertThat(Mentoring.refusal(mentoring.add(scene.admin(), new AddCycle("x", last, today, 3, Set.of())))).isEqualTo(MentorshipRule.CYCLE_DAYS);
        assertThat(Mentoring.refusal(mentoring.add(scene.admin(), new AddCycle("x", today, today.plusDays(400), 3, Set.of())))).isEqualTo(MentorshipRule.CYCLE_DAYS);
        assertThat(Mentoring.refusal(mentoring.add(scene.admin(), new AddCycle("x", today, last, 21, Set.of())))).isEqualTo(MentorshipRule.NO_SHOW_LIMIT_RANGE);
        assertThat(Mentoring.refusal(mentoring.add(scene.admin(), new AddCycle(scene.cycle().name(), today, last, 3, Set.of())))).isEqualTo(CatalogueRule.NAME_TAKEN);
        assertThatThrownBy(() -> mentoring.add(scene.mentor(), new AddCycle("x", today, last, 3, Set.of()))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void e4SecondEditorIsToldWhoChangedWhat() {
        Mentoring.done(sent(edit(today.plusDays(40), scene.talk())));

        CycleOutcome late = sent(edit(today.plusDays(50), scene.talk(), scene.training()));

        assertThat(late).isInstanceOf(CycleOutcome.Stale.class);
        assertThat(((CycleOutcome.Stale) late).since()).singleElement().satisfies(change -> {
            assertThat(change.who()).isEqualTo(scene.admin().displayName());
            assertThat(change.parts()).containsExactlyInAnyOrder(CyclePart.DAYS, CyclePart.SERVICES);
        });
        assertThat(sent(edit(today.plusDays(40), scene.talk()))).as("what is so already").isInstanceOf(CycleOutcome.AlreadySo.class);
    }

    @Test
    void mentorEnrolsTheirOwnAndAnAdminAnybody() {
        AccountInfo other = school.mentor();
        AccountInfo student = school.student();

        assertThat(Mentoring.refusal(mentoring.enrol(other, scene.cycle(), student, scene.mentor()))).isEqualTo(MentorshipRule.LEAD_IS_ANOTHER);
        assertThat(Mentoring.refusal(mentoring.enrol(scene.admin(), scene.cycle(), student, school.student()))).isEqualTo(MentorshipRule.LEAD_MENTOR);
        assertThat(mentoring.enrol(scene.admin(), scene.cycle(), student, scene.mentor())).isInstanceOf(EnrolmentOutcome.Done.class);
        assertThat(Mentoring.refusal(mentoring.enrol(other, scene.cycle(), student, other))).isEqualTo(MentorshipRule.ALREADY_ENROLLED);
        assertThat(mentoring.enrol(scene.mentor(), scene.cycle(), student, scene.mentor())).isInstanceOf(EnrolmentOutcome.AlreadySo.class);
        assertThat(school.as(other, () -> enrolments.page(scene.enrolment().id()))).as("another mentor's mentee").isEmpty();
        assertThat(visible(other)).isEmpty();
        assertThat(visible(scene.mentor())).hasSize(2);
        assertThat(visible(student)).hasSize(1);
    }

    private List<EnrolmentDetails> visible(AccountInfo person) {
        return school.as(person, () -> enrolments.newest(null, 10)).enrolments();
    }

    @Test
    void planHasOnlyTheCyclesServicesWithoutOverlap() {
        ServiceInfo outside = school.service();

        assertThat(Mentoring.refusal(mentoring.plan(scene, mentoring.weekly(outside, 3, "10:00")))).isEqualTo(MentorshipRule.PLAN_SERVICE);
        assertThat(Mentoring.refusal(mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"),
                mentoring.weekly(scene.training(), 3, "10:59")))).isEqualTo(MentorshipRule.PLAN_OVERLAP);
        assertThat(mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"), mentoring.weekly(scene.training(), 3, "11:00")))
                .isInstanceOf(EnrolmentOutcome.Done.class);
        assertThat(mentoring.plan(scene, mentoring.weekly(scene.training(), 3, "11:00"), mentoring.weekly(scene.talk(), 3, "10:00")))
                .isInstanceOf(EnrolmentOutcome.AlreadySo.class);
        assertThat(mentoring.page(scene).plan()).hasSize(2);
        assertThat(school.as(scene.mentor(), () -> enrolments.setPlan(new SetPlan(scene.enrolment().id(), 1, List.of()), CommandKey.fresh())))
                .isInstanceOf(EnrolmentOutcome.Stale.class);
        assertThat(rules.stream().flatMap(rule -> rule.faults().stream())).isEmpty();
    }

    @Test
    void e4StalePlanIsToldWhoChangedWhatOfTheEnrolment() {
        mentoring.noShows(scene, 3);
        mentoring.decline(scene);
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
        Mentoring.suspended(mentoring.reprobate(scene.admin(), scene, "Three no-shows"));

        EnrolmentOutcome outcome = school.as(scene.mentor(),
                () -> enrolments.setPlan(new SetPlan(scene.enrolment().id(), scene.enrolment().version(), List.of()), CommandKey.fresh()));

        assertThat(outcome).isInstanceOfSatisfying(EnrolmentOutcome.Stale.class, stale -> {
            assertThat(stale.current()).isEqualTo(mentoring.now(scene));
            assertThat(stale.since()).extracting(EnrolmentChange::who, EnrolmentChange::parts).containsExactly(
                    tuple(scene.mentor().displayName(), Set.of(EnrolmentPart.QUESTION)),
                    tuple(scene.mentor().displayName(), Set.of(EnrolmentPart.PLAN)),
                    tuple(scene.admin().displayName(), Set.of(EnrolmentPart.STATUS)));
        });
    }

    @Test
    void e7GeneratingFillsOnlyWhatIsEmptyAndTheSameKeyHasTheSameList() {
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 2, "10:00"), mentoring.weekly(scene.training(), 4, "10:00"));
        BookingDetails before = desk.book(scene.student(), scene.talk(), school.in(2, "12:00"));
        var fill = new GeneratePlan(scene.enrolment().id(), today.minusDays(30), today.plusDays(12));

        GenerationPreview preview = school.as(scene.mentor(), () -> enrolments.generationPreview(fill.enrolment(), fill.from(), fill.to())).orElseThrow();
        CommandKey key = CommandKey.fresh();
        EnrolmentOutcome done = school.as(scene.mentor(), () -> enrolments.generate(fill, key));

        assertThat(done).isInstanceOf(EnrolmentOutcome.Generated.class);
        List<RestoreLine> lines = ((EnrolmentOutcome.Generated) done).lines();
        assertThat(lines.stream().map(Mentoring.inShort())).containsExactly(school.in(2, "10:00") + " DAY_HAS_BOOKING",
                school.in(4, "10:00") + " MADE PENDING", school.in(9, "10:00") + " MADE APPROVED", school.in(11, "10:00") + " MADE PENDING");
        assertThat(preview.from()).as("nothing before today").isEqualTo(today);
        assertThat(preview.lines().stream().map(Mentoring.inShort())).containsExactlyElementsOf(lines.stream().map(Mentoring.inShort()).toList());
        assertThat(desk.statusOf(before)).isEqualTo(BookingStatus.APPROVED);
        assertThat(school.as(scene.mentor(), () -> enrolments.generate(fill, key.again()))).isEqualTo(done);
        assertThat(mentoring.generate(scene, 0, 12)).isInstanceOf(EnrolmentOutcome.NothingToFill.class);
        assertThat(desk.inboxOf(scene.student())).as("one message for all").hasSize(1);
        assertThat(rules.stream().flatMap(rule -> rule.faults().stream())).isEmpty();
    }
}
