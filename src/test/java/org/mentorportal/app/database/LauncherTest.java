package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A copy of ./portal in a folder of its own, with a PATH that holds a few tools and nothing else. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS = List.of("sh", "cat", "dirname", "sed", "readlink", "id", "find", "head", "mkdir", "rm", "touch", "mv");

    @TempDir
    Path folder;

    private Path tools;

    @BeforeEach
    void aPathWithoutJavaAndMaven() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path program = List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream().filter(Files::exists).findFirst().orElseThrow();
            program(tools.resolve(tool), "exec " + program + " \"$@\"");
        }
    }

    @Test
    void withoutAJdkOneLineSaysSo() throws Exception {
        // Asks for a JDK that nobody has, so that the search itself goes through every folder of this machine
        Answer answer = launcher("need=25", "need=999").run("run");

        assertThat(answer).isEqualTo(new Answer(2, "", "No JDK 999 or newer found: install one (for example Temurin 999) or set JAVA_HOME.\n"));
    }

    @Test
    void aJdkThatDoesNotRunIsPassedOver() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken/bin")).getParent();
        Files.writeString(broken.resolve("release"), "JAVA_VERSION=\"999\"\n");
        for (String program : List.of("java", "javac")) {
            program(broken.resolve("bin").resolve(program), "exit 1");
        }

        Answer answer = launcher("need=25", "need=999").run(Map.of("JAVA_HOME", broken.toString()), "run");

        assertThat(answer.errors()).startsWith("No JDK 999 or newer found");
    }

    @Test
    void withoutMavenOneLineSaysSo() throws Exception {
        for (String command : List.of("build", "test")) {
            Answer answer = launcher("", "").run(Map.of("JAVA_HOME", System.getProperty("java.home")), command);

            assertThat(answer).isEqualTo(new Answer(2, "", "No Maven found: install it so that mvn is on the PATH, or set MAVEN_HOME.\n"));
        }
    }

    @Test
    void withoutAChromiumTheTestsSaySo() throws Exception {
        program(tools.resolve("mvn"), "exit 0");

        Answer missing = launcher("/Applications/", "/nowhere/").run(Map.of("JAVA_HOME", System.getProperty("java.home")), "test");
        Answer wrong = launcher("", "").run(Map.of("JAVA_HOME", System.getProperty("java.home"), "CHROMIUM", "/no/such"), "test");

        assertThat(missing).isEqualTo(new Answer(2, "", "No Chromium found for the browser tests: install Chromium or Chrome, or set CHROMIUM to its program.\n"));
        assertThat(wrong).isEqualTo(new Answer(2, "", "CHROMIUM names no program: /no/such\n"));
    }

    @Test
    void withoutACommandItSaysWhatItCanDo() throws Exception {
        Answer answer = launcher("", "").run();

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).startsWith("usage: ./portal COMMAND").contains("  run", "  check", "  test", "  build");
        assertThat(launcher("", "").run("nonsense").exitCode()).isEqualTo(2);
    }

    @Test
    void keptSealsAreComparedWhereverTheirFileIsNamed() throws Exception {
        Map<String, String> java = aJdkThatSaysWhatItIsAsked();
        Path seals = Files.createFile(folder.resolve("seals of May.txt"));
        String asked = "--portal.check.seals=" + seals + "\n";

        assertThat(launcher("", "").run(java, "check", "--seals", seals.toString(), "--x=a b").output()).endsWith("check\n" + asked + "--x=a b\n");
        assertThat(launcher("", "").run(java, "check", "--x=a b", "--seals", seals.toString()).output()).endsWith("check\n--x=a b\n" + asked);
        assertThat(launcher("", "").run(java, "check", "--x=a b", "--seals=" + seals).output()).endsWith("check\n--x=a b\n" + asked);
        assertThat(launcher("", "").run(java, "check", "--x=a b").output()).endsWith("check\n--x=a b\n");
    }

    @Test
    void keptSealsThatCannotBeReadAreNoProof() throws Exception {
        Map<String, String> java = aJdkThatSaysWhatItIsAsked();
        for (String missing : List.of("/no/such", folder.toString(), "--x=1")) {
            Answer unread = new Answer(2, "", "The kept seals cannot be read: " + missing + "\n");
            assertThat(launcher("", "").run(java, "check", "--x=1", "--seals", missing)).isEqualTo(unread);
            assertThat(launcher("", "").run(java, "check", "--seals=" + missing)).isEqualTo(unread);
        }
        assertThat(launcher("", "").run(java, "check", "--x=1", "--seals")).isEqualTo(
                new Answer(2, "", "usage: ./portal check [--seals FILE]\n"));
    }

    /** Beside a portal that is built already. */
    private Map<String, String> aJdkThatSaysWhatItIsAsked() throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"999\"\n");
        program(home.resolve("bin/javac"), "exit 0");
        program(home.resolve("bin/java"), "printf '%s\\n' \"$@\"");
        Files.createDirectories(folder.resolve("target"));
        Files.createFile(folder.resolve("target/mentor-portal.jar"));
        Files.createFile(folder.resolve("target/portal-built"));
        return Map.of("JAVA_HOME", home.toString());
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    record Answer(int exitCode, String output, String errors) {
    }

    private interface Launcher {
        Answer run(Map<String, String> environment, String... command) throws Exception;

        default Answer run(String... command) throws Exception {
            return run(Map.of(), command);
        }
    }

    private Launcher launcher(String text, String replacement) throws IOException {
        Path copy = folder.resolve("portal");
        Files.writeString(copy, Files.readString(Path.of("portal")).replace(text, text.isEmpty() ? "" : replacement));
        return (environment, command) -> {
            var builder = new ProcessBuilder("/bin/sh", copy.toString());
            builder.command().addAll(List.of(command));
            builder.environment().clear();
            builder.environment().put("PATH", tools.toString());
            builder.environment().put("HOME", folder.toString());
            builder.environment().putAll(environment);
            Path output = folder.resolve("output");
            Path errors = folder.resolve("errors");
            Process process = builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8), Files.readString(errors, StandardCharsets.UTF_8));
        };
    }
}
