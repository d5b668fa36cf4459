package org.mentorportal.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a PostgreSQL server notes about itself in its own folder. */
record ServerFiles(Path cluster) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    String majorVersion() throws IOException {
        return Files.readString(cluster.resolve("PG_VERSION")).trim();
    }

    Optional<Long> pid() throws IOException {
        return noted(PID_LINE).map(Math::abs);
    }

    Optional<Integer> port() throws IOException {
        return noted(PORT_LINE).map(Long::intValue);
    }

    void forgetPid() throws IOException {
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** Empty also while the server is just writing the file, or died while it did. */
    private Optional<Long> noted(int line) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() > line && lines.get(line).trim().matches("-?\\d+")
                ? Optional.of(Long.valueOf(lines.get(line).trim()))
                : Optional.empty();
    }
}
