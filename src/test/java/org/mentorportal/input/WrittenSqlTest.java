package org.mentorportal.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** V1.2.4: SQL is written down whole, in literals and constants; what people type comes in as parameters only. */
class WrittenSqlTest {

    private static final Pattern LITERAL = Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(?:\\.sql|jdbc\\.execute|createNativeQuery|createQuery|prepareStatement|prepareCall)\\(([^()]*)\\)?");
    private static final Pattern WRITTEN = Pattern.compile("\\s*(?:L|[A-Z][A-Z_]*)(?:\\s*\\+\\s*(?:L|[A-Z][A-Z_]*))*\\s*");
    /** Each is handed, or puts together, constants of its own module and names of tables; never what somebody typed. */
    private static final List<String> HANDED_ON = List.of("SqlStoredRule.java: faultsSql", "BookingStore.java: sql", "ClaimReader.java: facts.query",
            "Receipts.java: BEGIN + L + first.query", "LastWrites.java: all,", "SessionService.java: sql",
            "SessionReader.java: PLACE + condition", "TrailReader.java: EVENTS.formatted",
            "TrailHead.java: FAULTS.formatted", "TrailCheck.java: L + table");

    private static List<String> built(String file, String source) {
        List<String> built = new ArrayList<>();
        Matcher call = CALL.matcher(LITERAL.matcher(source).replaceAll("L"));
        while (call.find()) {
            if (!WRITTEN.matcher(call.group(1)).matches()) {
                built.add(file + ": " + call.group(1).strip());
            }
        }
        return built;
    }

    @Test
    void v124NoStatementIsBuiltFromWhatComesIn() throws IOException {
        List<String> built = new ArrayList<>();
        int calls = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                calls += (int) CALL.matcher(source).results().count();
                built.addAll(built(file.getFileName().toString(), source));
            }
        }
        assertThat(calls).isGreaterThan(50);
        assertThat(built).isSubsetOf(HANDED_ON);
    }

    @Test
    void theSearchSeesABuiltStatement() {
        assertThat(built("x", "jdbc.sql(\"select 1 where name = '\" + name + \"'\")")).hasSize(1);
        assertThat(built("x", "jdbc.sql(\"select %s\".formatted(name))")).hasSize(1);
        assertThat(built("x", "jdbc.execute(\"select 1 where name = '\" + name + \"'\", callback)")).hasSize(1);
        assertThat(built("x", "jdbc.sql(SELECT + \"where id = :id\")")).isEmpty();
    }
}
