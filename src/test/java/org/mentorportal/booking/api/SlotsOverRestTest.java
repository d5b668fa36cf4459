package org.mentorportal.booking.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Program;
import org.mentorportal.support.RestTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Slots over REST are what a grid would show. */
class SlotsOverRestTest extends RestTest {

    @Autowired
    ClosureService closures;
    @Autowired
    CountedStatements statements;

    private AccountInfo student;
    private ResourceInfo ground;

    @BeforeEach
    void people() {
        student = school.student();
        ground = school.ground();
    }

    private List<JsonNode> slots(AccountInfo reader, ServiceInfo service, int from, int to) {
        LocalDate today = LocalDate.now(clock);
        Program.Answer answer = programOf(reader).get(API + "services/" + service.id() + "/slots?from=" + today.plusDays(from)
                + "&to=" + today.plusDays(to));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().get("next").isNull()).isTrue();
        return StreamSupport.stream(answer.body().get("items").spliterator(), false).toList();
    }

    private JsonNode slot(AccountInfo reader, ServiceInfo service, Instant start, int day) {
        return slots(reader, service, day, day).stream().filter(slot -> slot.get("start").asString().equals(written(start)))
                .findFirst().orElseThrow();
    }

    @Test
    void bothDaysAreIncluded() {
        ServiceInfo service = school.service(ground, Approval.AUTOMATIC);
        List<JsonNode> slots = slots(student, service, 1, 2);
        assertThat(slots).hasSize(24).allSatisfy(slot -> {
            assertThat(slot.get("state").asString()).isEqualTo("FREE");
            assertThat(slot.get("taken").asInt()).isZero();
            assertThat(slot.get("capacity").asInt()).isEqualTo(1);
            assertThat(slot.has("rule")).isFalse();
        });
        assertThat(slots.getFirst().get("start").asString()).isEqualTo(written(school.in(1, "08:00")));
        assertThat(slots.getLast().get("end").asString()).isEqualTo(written(school.in(2, "20:00")));
    }

    @Test
    void slotThatIsNotFreeSaysWhyAndNeverWhoseItIs() {
        ServiceInfo service = school.service(ground, Approval.AUTOMATIC);
        ServiceInfo other = school.service(ground, Approval.AUTOMATIC);
        Instant ten = school.in(1, "10:00");
        AccountInfo holder = school.student();
        desk.book(holder, service, ten);
        desk.book(student, service, school.in(1, "12:00"));
        school.as(school.principal(), () -> closures.close(new CloseResource(ground.id(), school.in(1, "15:00"), school.in(1, "16:00"),
                "The ground is wet"), CommandKey.fresh()));

        JsonNode taken = slot(student, service, ten, 1);
        assertThat(taken.get("state").asString()).isEqualTo("TAKEN");
        assertThat(taken.get("taken").asInt()).isEqualTo(1);
        assertThat(taken.get("rule").asString()).isEqualTo("SLOT_TAKEN");
        assertThat(taken.get("detail").asString()).isEqualTo("A student has this slot.");
        assertThat(slot(student, other, ten, 1).get("rule").asString()).isEqualTo("RESOURCE_TAKEN");
        assertThat(slot(student, other, ten, 1).get("detail").asString()).isEqualTo(ground.name() + " is needed by another booking then.");
        assertThat(slot(student, other, ten, 1).get("taken").asInt()).isZero();
        assertThat(slot(student, service, school.in(1, "12:00"), 1).get("state").asString()).isEqualTo("YOURS");
        JsonNode closed = slot(student, service, school.in(1, "15:00"), 1);
        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("detail").asString()).contains("The ground is wet");
        ServiceInfo elsewhere = school.service();
        assertThat(slot(student, elsewhere, school.in(1, "12:00"), 1).get("state").asString()).isEqualTo("BUSY");
        assertThat(slots(student, service, 1, 1).toString()).doesNotContain(holder.displayName(), holder.email());
    }

    @Test
    void timeAndLimitsAreToldToStudentsAndDoNotBindStaff() {
        ServiceInfo service = school.service(new AddService(ground.id(), "Limited", Timing.of(60).withNotice(3 * 24 * 60)
                .withHorizon(5, LocalTime.MIDNIGHT), 1, 12, Approval.AUTOMATIC, Limits.none().withPerDay(1),
                School.allWeek("08:00", "20:00")));
        assertThat(slot(student, service, school.in(1, "10:00"), 1).get("state").asString()).isEqualTo("TOO_LATE");
        assertThat(slot(student, service, school.in(8, "10:00"), 8).get("state").asString()).isEqualTo("NOT_YET_OPEN");
        desk.book(student, service, school.in(4, "10:00"));
        assertThat(slot(student, service, school.in(4, "12:00"), 4).get("state").asString()).isEqualTo("QUOTA");
        assertThat(slot(school.admin(), service, school.in(8, "10:00"), 8).get("state").asString()).isEqualTo("FREE");
        assertThat(slot(school.principal(), service, school.in(8, "10:00"), 8).get("state").asString()).isEqualTo("NOT_YET_OPEN");
        assertThat(slots(student, service, -1, -1)).allSatisfy(slot -> assertThat(slot.get("state").asString()).isEqualTo("PAST"));
    }

    @Test
    void seatsAreCounted() {
        ServiceInfo service = school.service(ground, Approval.AUTOMATIC, Timing.of(60), 3);
        Instant ten = school.in(1, "10:00");
        desk.book(school.student(), service, ten);
        desk.book(school.student(), service, ten);
        JsonNode slot = slot(student, service, ten, 1);
        assertThat(slot.get("state").asString()).isEqualTo("FREE");
        assertThat(slot.get("taken").asInt()).isEqualTo(2);
        assertThat(slot.get("capacity").asInt()).isEqualTo(3);
    }

    @Test
    void howeverManyWeeksAreReadInTwoStatementsAndOneForTheToken() {
        ServiceInfo service = school.service(ground, Approval.AUTOMATIC);
        Program program = programOf(student);
        LocalDate today = LocalDate.now(clock);
        program.get(API + "services");
        List<String> seen = statements.during(() -> program.get(API + "services/" + service.id() + "/slots?from=" + today + "&to="
                + today.plusDays(30)));
        assertThat(seen).filteredOn(sql -> sql.contains("access_token")).hasSize(1);
        assertThat(seen).filteredOn(sql -> sql.startsWith("select student_id, id, service_id")).hasSizeBetween(1, 2); // the re-read of open boards looks alike
        assertThat(seen).hasSizeLessThanOrEqualTo(5);
    }
}
