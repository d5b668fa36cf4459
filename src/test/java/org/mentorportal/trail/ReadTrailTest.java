package org.mentorportal.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentorportal.support.Desk.done;

import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.AccountOutcome;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.account.NewAccount;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading the trail: in plain sentences, by those whom it concerns, and by nobody else. */
@PortalTest
class ReadTrailTest {

    private static final List<String> KINDS = List.of("booking", "reservation", "session", "enrolment", "warning", "closure", "service", "resource",
            "cycle", "account", "access-token", "second-factor", "seal");

    @Autowired
    TrailService trail;
    @Autowired
    TrailExport export;
    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    CurrentActor actor;
    @Autowired
    AccountService accounts;
    @Autowired
    Formats formats;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;

    private List<String> said(AccountInfo reader, TrailFilter filter) {
        return lines(reader, filter).stream().map(TrailLine::said).toList();
    }

    private List<TrailLine> lines(AccountInfo reader, TrailFilter filter) {
        return school.as(reader, () -> trail.page(filter, null, 100)).lines();
    }

    private static TrailFilter about(BookingDetails booking) {
        return TrailFilter.about(new Subject("booking", booking.id().value()));
    }

    private String of(BookingDetails booking) {
        return booking.service().name() + " · " + booking.service().resource().name();
    }

    private String when(BookingDetails booking) {
        return formats.daySpan(booking.start(), booking.end());
    }

    @Test
    void f1SentencesSayWhoDidWhatWithWhoseBookingOfWhatAndForWhen() {
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        BookingDetails asked = desk.book(student, school.service(), school.in(5, "10:00"));
        BookingDetails moved = done(desk.move(student, asked, school.in(5, "12:00")));
        done(desk.approve(principal, asked));
        done(desk.revoke(principal, asked, "Floodlights are broken"));

        assertThat(said(principal, about(asked)).reversed()).containsExactly(
                student.displayName() + " asked for " + of(asked) + ", " + when(asked),
                student.displayName() + " moved their booking of " + of(asked) + " to " + when(moved) + ", from " + formats.dayTime(asked.start()),
                principal.displayName() + " approved " + student.displayName() + "'s booking of " + of(asked) + " for " + when(moved),
                principal.displayName() + " gave " + student.displayName() + " a place in " + of(asked) + ", " + when(moved),
                principal.displayName() + " revoked " + student.displayName() + "'s booking of " + of(asked) + " for " + when(moved),
                principal.displayName() + " took " + student.displayName() + " out of " + of(asked) + ", " + when(moved));
        assertThat(lines(principal, about(asked)).get(1)).returns("Floodlights are broken", TrailLine::reason).returns(Role.PRINCIPAL, TrailLine::as)
                .returns("RevokeBooking", TrailLine::command);
    }

    @Test
    void f1EveryEventThatThereIsHasASentence() {
        Mentoring.Scene scene = mentoring.scene();
        mentoring.noShows(scene, 3);
        mentoring.decline(scene);
        mentoring.reprobated(scene);
        AccountInfo admin = school.admin();

        var without = new ArrayList<String>();
        for (String kind : KINDS) {
            TrailPage newest = school.as(admin, () -> trail.page(new TrailFilter(null, "", kind, null, null, null), null, TrailService.MOST));
            newest.lines().stream().filter(line -> line.said().contains(" sent " + line.command()) || line.said().contains("#"))
                    .filter(line -> !line.said().contains("badmark")) // a name that another test made of what it could
                    .forEach(line -> without.add(line.subject() + " " + line.seq() + ": " + line.said()));
        }
        assertThat(without).isEmpty();
        assertThat(jdbc.sql("select distinct subject_type from audit_event").query(String.class).list()).isSubsetOf(KINDS);
    }

    @Test
    void mentoringIsToldToo() {
        Mentoring.Scene scene = mentoring.scene();
        mentoring.noShow(scene, 1);
        mentoring.reprobated(scene);
        var enrolment = TrailFilter.about(new Subject("enrolment", scene.enrolment().id().value()));

        assertThat(said(scene.mentor(), enrolment).reversed()).satisfiesExactly(
                said -> assertThat(said).isEqualTo("%s enrolled %s in %s, led by %s".formatted(scene.mentor().displayName(), scene.student().displayName(),
                        scene.cycle().name(), scene.mentor().displayName())),
                said -> assertThat(said).startsWith(scene.mentor().displayName() + " gave " + scene.student().displayName() + " a warning in " + scene.cycle().name()),
                said -> assertThat(said).isEqualTo("%s reprobated %s in %s".formatted(scene.mentor().displayName(), scene.student().displayName(), scene.cycle().name())));
        assertThat(lines(scene.mentor(), enrolment).getFirst().reason()).isNotBlank();
        assertThat(lines(scene.student(), enrolment).getFirst().reason()).as("the mentee's to know").isNotBlank();
        assertThat(lines(school.principal(), enrolment)).as("not a principal's").isNotEmpty().allSatisfy(line -> assertThat(line.reason()).isNull());
    }

    @Test
    void studentsAndMentorsReadTheirOwnOnlyAndUnknownIsLikeForeign() {
        Mentoring.Scene scene = mentoring.scene();
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(3, "09:00"));
        BookingDetails training = desk.book(scene.student(), scene.training(), school.in(4, "09:00"));
        AccountInfo stranger = school.student();

        assertThat(lines(scene.student(), about(talk))).isNotEmpty();
        assertThat(lines(scene.mentor(), about(talk))).as("on the mentor's own resource").isNotEmpty();
        assertThat(lines(scene.mentor(), about(training))).as("on a ground").isEmpty();
        assertThat(lines(school.mentor(), about(talk))).isEmpty();
        assertThat(lines(stranger, about(talk))).isEqualTo(lines(stranger, TrailFilter.about(new Subject("booking", Long.MAX_VALUE)))).isEmpty();
        assertThat(lines(stranger, TrailFilter.ALL)).extracting(TrailLine::subject).containsOnly(new Subject("account", stranger.id().value()));
        Set<Subject> own = lines(scene.student(), TrailFilter.ALL).stream().map(TrailLine::subject).collect(Collectors.toSet());
        assertThat(own).contains(new Subject("booking", talk.id().value()), new Subject("enrolment", scene.enrolment().id().value()))
                .extracting(Subject::type).doesNotContain("service", "resource", "cycle", "closure", "seal");
        assertThat(lines(school.principal(), about(training))).isNotEmpty();
        assertThat(lines(school.admin(), about(training))).isNotEmpty();
    }

    /** Whoever books the second seat has a place in the session that the first one brought about. */
    @Test
    void studentNeverReadsWhoElseHoldsASeat() {
        ServiceInfo group = school.service(school.resourceOf(school.mentor()), Approval.AUTOMATIC, Timing.of(60), 2);
        AccountInfo first = school.student();
        AccountInfo second = school.student();
        desk.book(first, group, school.in(5, "10:00"));
        desk.book(second, group, school.in(5, "10:00"));

        assertThat(lines(second, TrailFilter.ALL)).anySatisfy(line -> assertThat(line.said()).startsWith("Another student brought about the session"));
        assertThat(lines(second, TrailFilter.ALL).toString()).doesNotContain(first.displayName());
    }

    @Test
    void filtersLeaveOutTheRestAndPagesFollowEachOther() {
        AccountInfo principal = school.principal();
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, school.service(), school.in(5, "10:00"));
        done(desk.approve(principal, booking));

        var byName = new TrailFilter(null, student.displayName().substring(2).toUpperCase(), "booking", null, null, null);
        assertThat(lines(principal, byName)).extracting(TrailLine::command).contains("ApproveBooking", "RequestBooking");
        assertThat(lines(principal, new TrailFilter(null, student.displayName(), null, null, null, "ApproveBooking"))).extracting(line -> line.subject().type())
                .contains("booking", "reservation", "session").doesNotContain("account");
        assertThat(lines(principal, new TrailFilter(null, "%%%", null, null, null, null))).as("no pattern").isEmpty();
        assertThat(lines(principal, new TrailFilter(null, "' or 1=1 --", null, null, null, null))).isEmpty();
        assertThat(lines(principal, new TrailFilter(about(booking).subject(), "", null, clock.instant().plusSeconds(60), null, null))).isEmpty();
        assertThat(lines(principal, new TrailFilter(about(booking).subject(), "", null, null, clock.instant().minusSeconds(60), null))).isEmpty();

        TrailPage newest = school.as(principal, () -> trail.page(about(booking), null, 2));
        TrailPage older = school.as(principal, () -> trail.page(about(booking), newest.next(), 2));
        assertThat(newest.lines()).hasSize(2);
        assertThat(older.next()).isNull();
        assertThat(newest.lines()).extracting(TrailLine::id).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(older.lines()).isNotEmpty().allSatisfy(line -> assertThat(line.id()).isLessThan(Objects.requireNonNull(newest.next())));
    }

    @Test
    void v1210x19ExportCannotBeTakenForAFormulaAndHoldsWhatIsShown() {
        String name = "=HYPERLINK(\"http://evil\") " + UUID.randomUUID();
        AccountInfo formula = actor.actingAs(CurrentActor.setUp(), () -> ((AccountOutcome.Created) accounts.create(new NewAccount(UUID.randomUUID() + "@test.school", name,
                accounts.hash(School.PASSWORD), Set.of(Role.STUDENT)), CommandKey.fresh())).account());
        BookingDetails booking = desk.book(formula, school.service(), school.in(5, "10:00"));
        var file = new StringWriter();
        school.as(school.principal(), () -> {
            export.write(about(booking), file);
            return null;
        });

        assertThat(file.toString().lines()).hasSize(2).last().asString().contains("\"'" + name.replace("\"", "\"\"") + "\"", "Student", "RequestBooking", "booking:" + booking.id())
                .doesNotContain(",=");
    }
}
