package org.mentorportal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.mentorportal.catalogue.CatalogueOutcome.AlreadySo;
import org.mentorportal.catalogue.CatalogueOutcome.Done;
import org.mentorportal.catalogue.CatalogueOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueOutcome.Stale;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** E4 for services: who edits an older version is told who changed what; every change gives the next version. */
@PortalTest
class EditServiceTest {

    @Autowired
    School school;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    JdbcClient jdbc;

    private AccountInfo admin;
    private ServiceInfo service;

    @BeforeEach
    void anOffer() {
        admin = school.admin();
        service = school.service();
    }

    @Test
    void anEditIsThereForEverybodyAtOnceWithTheNextVersion() {
        var edit = new EditService(service.id(), 1, " Beach volleyball ", Timing.of(45).withBuffers(5, 10).withNotice(120), 3, 8,
                Approval.AUTOMATIC, Limits.none().withCancelDeadline(60).withPerWeek(2), School.allWeek("10:00", "16:00"));

        ServiceInfo after = done(edit(admin, edit));

        assertThat(after).isEqualTo(new ServiceInfo(service.id(), service.resource(), "Beach volleyball", edit.timing(), 3, 8,
                Approval.AUTOMATIC, edit.limits(), false, edit.hours(), 2));
        assertThat(catalogue().service(service.id())).isEqualTo(after);
        assertThat(trail()).containsExactly("1 null>OFFERED ADMIN AddService", "2 OFFERED>OFFERED ADMIN EditService");
        assertThat(fact("changed")).isEqualTo("NAME,TIMES,SEATS,PLAYERS,APPROVAL,LIMITS,HOURS");
    }

    @Test
    void otherHoursAloneGiveTheNextVersionToo() {
        ServiceInfo after = done(edit(admin, with(service, School.allWeek("09:00", "12:00"))));

        assertThat(after.version()).isEqualTo(2);
        assertThat(catalogue().service(service.id()).hours()).isEqualTo(School.allWeek("09:00", "12:00"));
        assertThat(jdbc.sql("select version from service where id = ?").param(service.id().value()).query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void theTrailKeepsWhatItIsNowButNotItsName() {
        edit(admin, with(service, "Volleyball for " + UUID.randomUUID()));

        assertThat(fact("changed")).isEqualTo("NAME");
        assertThat(fact("hours")).contains("weekday=MONDAY, opens=08:00, closes=20:00");
        assertThat(canonical()).doesNotContain("Volleyball");
    }

    @Test
    void e4WhoEditsAnOlderVersionIsToldWhoChangedWhatAndNothingChanges() {
        AccountInfo colleague = school.admin();
        ServiceInfo newest = done(edit(colleague, with(service, 5)));
        Instant done = Instant.now();

        var stale = (Stale<ServiceInfo>) edit(admin, with(service, "Football"));

        assertThat(stale.current()).isEqualTo(newest);
        assertThat(stale.since()).singleElement().satisfies(change -> {
            assertThat(change.who()).isEqualTo(colleague.displayName());
            assertThat(change.parts()).containsExactly(ServicePart.SEATS);
            assertThat(change.at()).isCloseTo(done, org.assertj.core.api.Assertions.within(20, ChronoUnit.SECONDS));
        });
        assertThat(catalogue().service(service.id())).isEqualTo(newest);
        assertThat(trail()).hasSize(2);
        assertThat(done(edit(admin, with(newest, "Football"))).capacity()).as("on the newest it goes").isEqualTo(5);
    }

    @Test
    void anEditThatChangesNothingWritesNothingWhateverItsVersion() {
        done(edit(admin, with(service, 5)));

        assertThat(edit(admin, with(service, 5))).isInstanceOf(AlreadySo.class);
        assertThat(trail()).hasSize(2);
    }

    @Test
    void theSameHoursInAnotherOrderAreTheSame() {
        assertThat(edit(admin, with(service, service.hours().reversed()))).isInstanceOf(AlreadySo.class);
    }

    @Test
    void aRepeatOfAnEditIsTheSameEdit() {
        CommandKey key = CommandKey.fresh();
        ServiceInfo first = done(school.as(admin, () -> catalogue.edit(with(service, 5), key)));

        assertThat(school.as(admin, () -> catalogue.edit(with(service, 5), key.again()))).isEqualTo(new Done<>(first));
        assertThat(trail()).hasSize(2);
    }

    @Test
    void whatCannotBeIsRefusedInWordsAndWritesNothing() {
        assertRefused(edit(admin, with(service, "")), Refused.because(CatalogueRule.NAME_LENGTH, 120));
        assertRefused(edit(admin, with(service, 501)), Refused.because(CatalogueRule.CAPACITY_RANGE, 1, 500));
        assertRefused(edit(admin, with(service, 70_000)), Refused.because(CatalogueRule.CAPACITY_RANGE, 1, 500));
        assertRefused(edit(admin, with(service, School.allWeek("12:00", "09:00"))), Refused.because(CatalogueRule.HOURS_TIMES, DayOfWeek.MONDAY));
        assertThat(trail()).hasSize(1);
    }

    @Test
    void twoServicesOfOneResourceNeverShareAName() {
        ServiceInfo other = school.service(service.resource(), Approval.AUTOMATIC);

        assertRefused(edit(admin, with(service, other.name())), Refused.because(CatalogueRule.NAME_TAKEN));
        assertThat(catalogue().service(service.id())).isEqualTo(service);
    }

    @Test
    void whatIsAddedIsJudgedByTheSameRules() {
        ResourceInfo ground = school.ground();
        assertRefused(add(ground.id(), "", Timing.of(60)), Refused.because(CatalogueRule.NAME_LENGTH, 120));
        assertRefused(add(ground.id(), "Chess", Timing.of(3)), Refused.because(CatalogueRule.DURATION_RANGE, 5, 720));
        assertRefused(add(new ResourceId(Long.MAX_VALUE), "Chess", Timing.of(60)), Refused.because(CatalogueRule.UNKNOWN_RESOURCE));
        assertRefused(add(new AddResource(" ", null)), Refused.because(CatalogueRule.NAME_LENGTH, 120));
        assertRefused(add(new AddResource(ground.name(), null)), Refused.because(CatalogueRule.NAME_TAKEN));
        assertRefused(add(new AddResource("Nobody", new AccountId(Long.MAX_VALUE))), Refused.because(CatalogueRule.NOT_A_MENTOR));
        assertRefused(add(new AddResource("A student", school.student().id())), Refused.because(CatalogueRule.NOT_A_MENTOR));
    }

    @Test
    void aMentorChangesTheHoursOfTheirOwnServiceAndNothingElse() {
        AccountInfo mentor = school.mentor();
        ServiceInfo own = school.service(school.resourceOf(mentor), Approval.MENTOR);
        var hours = new EditHours(own.id(), 1, School.allWeek("09:00", "11:00"));

        ServiceInfo after = done(school.as(mentor, () -> catalogue.edit(hours, CommandKey.fresh())));

        assertThat(after.hours()).isEqualTo(hours.hours());
        assertThat(after.version()).isEqualTo(2);
        assertThat(trail(own)).last().isEqualTo("2 OFFERED>OFFERED MENTOR EditHours");
        assertThat(school.as(mentor, () -> catalogue.edit(hours, CommandKey.fresh()))).isEqualTo(new AlreadySo<>(after));
        assertRefused(school.as(mentor, () -> catalogue.edit(new EditHours(service.id(), 1, hours.hours()), CommandKey.fresh())),
                Refused.because(CatalogueRule.UNKNOWN_SERVICE));
        assertThatThrownBy(() -> edit(mentor, with(own, 5))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aMentorsStaleHoursAreToldWhoChangedWhat() {
        AccountInfo mentor = school.mentor();
        ServiceInfo own = school.service(school.resourceOf(mentor), Approval.MENTOR);
        done(edit(admin, with(own, "Another talk")));

        assertThat(school.as(mentor, () -> catalogue.edit(new EditHours(own.id(), 1, List.of()), CommandKey.fresh())))
                .isInstanceOfSatisfying(Stale.class, stale -> assertThat(((CatalogueChange) stale.since().getFirst()).parts())
                        .isEqualTo(Set.of(ServicePart.NAME)));
    }

    @Test
    void nobodyElseEditsServices() {
        for (AccountInfo person : List.of(school.student(), school.principal(), school.mentor())) {
            assertThatThrownBy(() -> edit(person, with(service, 5))).isInstanceOf(AccessDeniedException.class);
        }
        assertRefused(edit(admin, new EditService(new ServiceId(Long.MAX_VALUE), 1, "Ghost", Timing.of(60), 1, 1, Approval.AUTOMATIC,
                Limits.none(), List.of())), Refused.because(CatalogueRule.UNKNOWN_SERVICE));
    }

    private static EditService with(ServiceInfo service, String name) {
        return new EditService(service.id(), service.version(), name, service.timing(), service.capacity(), service.players(),
                service.approval(), service.limits(), service.hours());
    }

    private static EditService with(ServiceInfo service, int capacity) {
        return new EditService(service.id(), service.version(), service.name(), service.timing(), capacity, service.players(),
                service.approval(), service.limits(), service.hours());
    }

    private static EditService with(ServiceInfo service, List<Hours> hours) {
        return new EditService(service.id(), service.version(), service.name(), service.timing(), service.capacity(),
                service.players(), service.approval(), service.limits(), hours);
    }

    private CatalogueOutcome<ServiceInfo> edit(AccountInfo person, EditService edit) {
        return school.as(person, () -> catalogue.edit(edit, CommandKey.fresh()));
    }

    private CatalogueOutcome<ServiceInfo> add(ResourceId resource, String name, Timing timing) {
        return school.as(admin, () -> catalogue.add(new AddService(resource, name, timing, 1, 1, Approval.AUTOMATIC, Limits.none(),
                List.of()), CommandKey.fresh()));
    }

    private CatalogueOutcome<ResourceInfo> add(AddResource details) {
        return school.as(admin, () -> catalogue.add(details, CommandKey.fresh()));
    }

    private Catalogue catalogue() {
        return school.as(admin, catalogue::current);
    }

    private static ServiceInfo done(CatalogueOutcome<ServiceInfo> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done<ServiceInfo>) outcome).thing();
    }

    private static void assertRefused(CatalogueOutcome<?> outcome, Refused why) {
        assertThat(outcome).isEqualTo(new NotDone<>(why));
    }

    private List<String> trail() {
        return trail(service);
    }

    private List<String> trail(ServiceInfo of) {
        return jdbc.sql("""
                select seq || ' ' || coalesce(state_from, 'null') || '>' || state_to || ' ' || actor_role || ' ' || command
                from audit_event where subject_type = 'service' and subject_id = ? order by seq""")
                .param(of.id().value()).query(String.class).list();
    }

    private String canonical() {
        return jdbc.sql("select canonical from audit_event where subject_type = 'service' and subject_id = ? order by seq desc limit 1")
                .param(service.id().value()).query(String.class).single();
    }

    private String fact(String name) {
        return canonical().lines().filter(line -> line.startsWith("fact." + name + "=")).findFirst().orElseThrow()
                .substring(("fact." + name + "=").length());
    }
}
