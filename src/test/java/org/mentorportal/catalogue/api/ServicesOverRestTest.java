package org.mentorportal.catalogue.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.support.Program;
import org.mentorportal.support.RestTest;
import org.mentorportal.support.School;
import tools.jackson.databind.JsonNode;

class ServicesOverRestTest extends RestTest {

    @Test
    void everyServiceIsListedWithWhatAProgramNeeds() {
        AccountInfo mentor = school.mentor();
        ServiceInfo service = school.service(new AddService(school.resourceOf(mentor).id(), "Talk", Timing.of(30).withNotice(60), 4, 2,
                Approval.MENTOR, Limits.none().withPerWeek(3).withCancelDeadline(120), School.allWeek("08:00", "20:00")));
        Program program = programOf(school.student());

        Program.Answer list = program.get(API + "services");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().get("next").isNull()).isTrue();
        JsonNode listed = StreamSupport.stream(list.body().get("items").spliterator(), false)
                .filter(one -> one.get("id").asLong() == service.id().value()).findFirst().orElseThrow();
        Program.Answer one = program.get(API + "services/" + service.id());
        assertThat(one.body()).isEqualTo(listed);
        assertThat(one.at("/name")).isEqualTo("Talk");
        assertThat(one.at("/kind")).isEqualTo("MENTOR");
        assertThat(one.at("/resource/id")).isEqualTo(service.resource().id().toString());
        assertThat(one.at("/resource/name")).isEqualTo(mentor.displayName());
        assertThat(one.at("/durationMinutes")).isEqualTo("30");
        assertThat(one.at("/capacity")).isEqualTo("4");
        assertThat(one.at("/approval")).isEqualTo("MENTOR");
        assertThat(one.at("/noticeMinutes")).isEqualTo("60");
        assertThat(one.at("/limits/perWeek")).isEqualTo("3");
        assertThat(one.at("/limits/cancelDeadlineMinutes")).isEqualTo("120");
        assertThat(one.body().at("/limits/perDay").isNull()).isTrue();
    }
}
