package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([^}]*)}");

    private final String text = read("docker-compose.yml");
    private final Map<String, Object> services = in(new Yaml().load(text), "services");
    private final Map<String, String> documented = read(".env.example").lines().filter(line -> line.contains("=") && !line.startsWith("#"))
            .map(line -> line.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    @Test
    void everyVariableIsDocumentedAndNoneIsDocumentedInVain() {
        assertThat(variables().stream().map(found -> found.group(1)).distinct()).containsExactlyInAnyOrderElementsOf(documented.keySet());
    }

    @Test
    void noSecretHasADefault() {
        assertThat(variables()).filteredOn(found -> found.group(1).endsWith("PASSWORD")).hasSize(5)
                .allSatisfy(found -> assertThat(found.group(2)).as(found.group(1)).startsWith(":?"));
        assertThat(documented).allSatisfy((name, value) -> assertThat(name.endsWith("PASSWORD") && !value.isEmpty()).as(name).isFalse());
        for (String service : services.keySet()) {
            assertThat(environment(service)).allSatisfy((name, value) -> {
                if (name.endsWith("PASSWORD")) {
                    assertThat(value).as(name).matches("\\$\\{[A-Z_]+:\\?.+}");
                }
            });
        }
    }

    @Test
    void thePortalSignsInAsItsTwoUsers() {
        assertThat(environment("portal"))
                .containsEntry("SPRING_DATASOURCE_USERNAME", PortalDatabase.APPLICATION)
                .containsEntry("SPRING_LIQUIBASE_USER", PortalDatabase.OWNER)
                .containsKeys("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_PASSWORD", "SPRING_LIQUIBASE_PASSWORD", "PORTAL_ZONE");
        assertThat(environment("portal").get("SPRING_DATASOURCE_URL"))
                .isEqualTo("jdbc:postgresql://database:5432/" + environment("database").get("POSTGRES_DB"));
        assertThat(password("portal", "SPRING_DATASOURCE_PASSWORD")).isEqualTo(password("database", "PORTAL_APPLICATION_PASSWORD"));
        assertThat(password("portal", "SPRING_LIQUIBASE_PASSWORD")).isEqualTo(password("database", "PORTAL_OWNER_PASSWORD"));
    }

    @Test
    void theDatabaseMakesTheUsersAtItsFirstStart() {
        List<String> mounts = strings(service("database"), "volumes");

        assertThat(mounts).anyMatch(mount -> mount.contains(":/docker-entrypoint-initdb.d/"));
        assertThat(mounts).filteredOn(mount -> mount.startsWith("./")).hasSize(2)
                .allSatisfy(mount -> assertThat(Path.of(mount.split(":")[0])).isRegularFile());
        String script = read("db-changelog/users/docker-init.sh");
        assertThat(script).contains("PORTAL_OWNER_PASSWORD", "PORTAL_APPLICATION_PASSWORD", "/portal/create-users.sql");
        assertThat(mounts).anyMatch(mount -> mount.contains(":/portal/create-users.sql"));
        assertThat(environment("database")).containsKeys("PORTAL_OWNER_PASSWORD", "PORTAL_APPLICATION_PASSWORD");
    }

    @Test
    void thePortalWaitsForTheDatabaseAndTellsItsHealth() {
        assertThat(in(in(service("portal"), "depends_on"), "database")).containsEntry("condition", "service_healthy");
        assertThat(strings(in(service("portal"), "healthcheck"), "test")).anyMatch(part -> part.contains("/actuator/health"));
        assertThat(service("database")).containsKey("healthcheck");
    }

    @Test
    void theServersVersionIsOneThatThePortalAccepts() {
        String image = String.valueOf(service("database").get("image"));

        ServerGuard.checkVersion(Integer.parseInt(image.replace("postgres:", "")));
    }

    private List<MatchResult> variables() {
        return VARIABLE.matcher(text).results().toList();
    }

    private String password(String service, String name) {
        return environment(service).get(name).replaceAll(":\\?.*", "");
    }

    private Map<String, String> environment(String service) {
        return in(service(service), "environment").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private Map<String, Object> service(String name) {
        return in(services, name);
    }

    @SuppressWarnings("unchecked") // YAML's own shape
    private static Map<String, Object> in(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.getOrDefault(key, Map.of());
    }

    private static List<String> strings(Map<String, Object> map, String key) {
        return ((List<?>) map.getOrDefault(key, List.of())).stream().map(String::valueOf).toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
