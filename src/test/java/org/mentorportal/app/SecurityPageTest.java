package org.mentorportal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names tests that exist, for every row of the yardstick. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final String ROWS = """
            V1.2.1 V3.2.2 V1.2.4 V1.2.10 V2.1.3 V2.3.2 V2.2.2 V2.2.3 V2.3.1 V2.3.3 V2.3.4 V15.4.2 V2.3.5 V2.4.1 V3.3.1 V3.3.4 V3.4.1 V3.4.3 V3.4.6
            V3.5.1 V3.5.3 V3.7.2 V4.1.3 V15.3.4 V4.4.2 V6.1.1 V6.3.1 V6.2.1 V6.2.4 V6.2.5 V6.2.8 V6.2.12 V6.3.2 V6.4.1 V6.3.3 V6.3.8 V6.4.6 V7.1.2
            V7.3.1 V7.3.2 V7.2.4 V7.4.1 V7.4.2 V7.4.3 V8.3.2 V8.2.1 V8.2.3 V8.3.1 V11.4.2 V11.5.1 V13.2.2 V13.2.3 V13.3.1 V13.4.2 V13.4.5 V15.2.3
            V14.3.2 V14.2.7 V15.1.2 V15.3.3 V16.2.2 V16.3.1 V16.3.3 V16.4.1 V16.5.1 V16.5.3""";

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();

        assertThat(NAMED.matcher(page()).results().filter(named -> !sources.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "("))
                .map(named -> named.group())).isEmpty();
    }

    @Test
    void everyRowHasItsTestOrItsReason() throws IOException {
        List<String> lines = page().lines().filter(line -> line.startsWith("| V") || line.startsWith("| X")).toList();

        Stream<String> rows = Stream.concat(Arrays.stream(ROWS.split("\\s+")), IntStream.rangeClosed(1, 29).mapToObj(n -> "X" + n));
        assertThat(rows.filter(row -> lines.stream().noneMatch(line -> line.split("\\|")[1].matches(".*\\b" + Pattern.quote(row) + "\\b.*")))).isEmpty();
        assertThat(lines).allMatch(line -> NAMED.matcher(line).find() || line.contains("**Later step**"));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/security.md"));
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java")).collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""), SecurityPageTest::read, String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
