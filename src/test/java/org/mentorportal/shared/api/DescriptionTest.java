package org.mentorportal.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.support.RestTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the REST door is made from the code, so it must be what the code does. */
class DescriptionTest extends RestTest {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private JsonNode description;

    @BeforeEach
    void read() {
        description = stranger().get(API + "openapi").body();
    }

    @Test
    void everyEndpointIsDescribedAndNothingElse() {
        Set<String> described = new TreeSet<>();
        description.get("paths").propertyStream().forEach(path -> path.getValue().propertyNames()
                .forEach(method -> described.add(method.toUpperCase() + " " + path.getKey())));
        Set<String> there = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> methods(mapping).stream()).filter(one -> one.contains(" /api/") && !one.contains("openapi"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(there).contains("GET /api/v1/services/{id}/slots", "POST /api/v1/bookings/{id}/approve",
                "PATCH /api/v1/bookings/{id}", "POST /api/v1/bookings/{id}/attendance", "GET /api/v1/sessions", "POST /api/v1/tokens",
                "GET /api/v1/me").hasSize(27);
    }

    private static Set<String> methods(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                .map(method -> method + " " + path)).collect(Collectors.toSet());
    }

    @Test
    void everyOperationSaysWhatItDoesAndThatItMayEndInAProblem() {
        description.get("paths").forEach(path -> path.forEach(operation -> {
            assertThat(operation.path("summary").asString("")).isNotBlank();
            assertThat(operation.at("/responses/default/$ref").asString("")).isEqualTo("#/components/responses/Problem");
        }));
        assertThat(description.at("/components/responses/Problem/content/application~1problem+json/schema/$ref").asString(""))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(description.get("paths").get("/api/v1/bookings").at("/post/responses/201/content/application~1json/schema/$ref").asString(""))
                .isEqualTo("#/components/schemas/Booking");
        JsonNode schemas = description.at("/components/schemas");
        assertThat(schemas.get("Problem").get("properties").propertyNames()).contains("type", "rule", "nearestFree", "changes", "retryAfter");
        assertThat(schemas.get("NewBooking").get("properties").propertyNames())
                .containsExactlyInAnyOrder("serviceId", "start", "purpose", "players", "contact", "studentId");
        assertThat(schemas.get("NewBooking").at("/properties/purpose/example").asString("")).isEqualTo("team practice");
    }

    @Test
    void headersAreDescribedWhereTheyAreTaken() {
        assertThat(headers("/api/v1/bookings", "post")).containsExactly("Idempotency-Key");
        assertThat(headers("/api/v1/bookings/{id}", "patch")).containsExactlyInAnyOrder("If-Match", "Idempotency-Key");
        assertThat(headers("/api/v1/bookings/{id}", "get")).isEmpty();
    }

    @Test
    void versionIsRequiredWhereAChangeNeedsOne() {
        assertThat(header("/api/v1/bookings/{id}", "patch", "If-Match").path("required").asBoolean(false)).isTrue();
        assertThat(header("/api/v1/bookings/{id}/approve", "post", "If-Match").path("required").asBoolean(false)).isFalse();
        assertThat(problems("/api/v1/bookings/{id}", "patch")).containsExactly("400", "401", "403", "404", "409", "412", "422", "428", "429", "503");
    }

    @Test
    void headersOfAnswersAreDescribedWhereTheyAreSent() {
        Set<String> versioned = new TreeSet<>();
        description.get("paths").propertyStream().forEach(path -> path.getValue().propertyStream().forEach(operation ->
                operation.getValue().get("responses").propertyStream().filter(answer -> answer.getValue().path("headers").has("ETag"))
                        .forEach(answer -> versioned.add(answer.getKey() + " " + operation.getKey().toUpperCase() + " " + path.getKey()))));
        String booking = "/api/v1/bookings/{id}";
        String enrolment = "/api/v1/enrolments/{id}";
        assertThat(versioned).containsExactlyInAnyOrder("201 POST /api/v1/bookings", "200 POST /api/v1/bookings", "200 GET " + booking, "200 PATCH " + booking,
                "200 POST " + booking + "/approve", "200 POST " + booking + "/reject", "200 POST " + booking + "/revoke", "200 POST " + booking + "/cancel",
                "200 POST " + booking + "/reschedule", "200 GET " + enrolment, "200 POST " + enrolment + "/generate",
                "200 GET " + enrolment + "/reprobation-preview", "200 POST " + enrolment + "/reprobate", "200 POST " + enrolment + "/unsubscribe",
                "200 GET " + enrolment + "/reactivation-preview", "200 POST " + enrolment + "/reactivate", "200 POST " + enrolment + "/resubscribe");
        JsonNode made = description.get("paths").get("/api/v1/bookings").at("/post/responses");
        assertThat(made.at("/201/headers/ETag/schema/type").asString("")).isEqualTo("string");
        assertThat(made.at("/201/headers").propertyNames()).containsExactlyInAnyOrder("ETag", "Location");
        assertThat(made.at("/200/headers").propertyNames()).containsExactly("ETag");
        assertThat(made.at("/201/content/application~1json/schema/$ref").asString("")).isEqualTo("#/components/schemas/Booking");
    }

    private JsonNode header(String path, String method, String name) {
        return description.get("paths").get(path).get(method).get("parameters").valueStream()
                .filter(parameter -> parameter.get("name").asString().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everyOperationSaysInWhichProblemsItMayEnd() {
        assertThat(problems("/api/v1/me", "get")).containsExactly("401");
        assertThat(problems("/api/v1/bookings/{id}", "get")).containsExactly("400", "401", "404");
        assertThat(problems("/api/v1/bookings", "get")).containsExactly("400", "401");
        assertThat(problems("/api/v1/bookings", "post")).containsExactly("400", "401", "403", "409", "422", "429", "503");
        assertThat(problems("/api/v1/bookings/{id}/approve", "post")).containsExactly("400", "401", "403", "404", "409", "412", "422", "429", "503");
    }

    private Set<String> problems(String path, String method) {
        Set<String> statuses = new TreeSet<>();
        description.get("paths").get(path).get(method).get("responses").propertyStream()
                .filter(response -> response.getKey().matches("[45].*")).forEach(response -> {
                    assertThat(response.getValue().get("$ref").asString()).isEqualTo("#/components/responses/Problem");
                    statuses.add(response.getKey());
                });
        return statuses;
    }

    private Set<String> headers(String path, String method) {
        Set<String> names = new TreeSet<>();
        description.get("paths").get(path).get(method).path("parameters").forEach(parameter -> {
            if (parameter.get("in").asString().equals("header")) {
                names.add(parameter.get("name").asString());
            }
        });
        return names;
    }

    @Test
    void tokensAreTheWayInExceptWhereTheyAreMade() {
        assertThat(description.at("/components/securitySchemes/token/scheme").asString("")).isEqualTo("bearer");
        assertThat(description.at("/security/0").propertyNames()).containsExactly("token");
        assertThat(description.get("paths").get("/api/v1/tokens").at("/post/security/0").propertyNames()).containsExactly("password");
    }
}
