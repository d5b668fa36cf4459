package org.mentorportal.app.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A writer in a JVM of its own, to be killed. */
record Child(Process process, BufferedReader said, Path errors) {

    static Child writingTo(Path folder) throws IOException {
        Path errors = Files.createTempFile("child", ".err");
        var builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-cp", System.getProperty("java.class.path"), AcknowledgingWriter.class.getName(), folder.toString()))
                .redirectError(new File(errors.toString()));
        Process process = builder.start();
        return new Child(process, process.inputReader(), errors);
    }

    /** The next line that is a row's number or "ready"; log lines pass. */
    String next() {
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals("ready") || line.matches("\\d+")) {
                    return line;
                }
            }
            throw new IllegalStateException("The child ended: " + Files.readString(errors));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void untilReady() {
        while (!next().equals("ready")) {
            continue;
        }
    }

    /** kill -9; returns the highest number that had been acknowledged, or the given one if none was. */
    long kill(long before) throws Exception {
        // Not destroyForcibly, which would also throw away what the child said last
        new ProcessBuilder("kill", "-9", Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not killed");
        }
        return said.lines().filter(line -> line.matches("\\d+")).mapToLong(Long::parseLong).max().orElse(before);
    }
}
