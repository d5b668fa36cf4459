package org.mentorportal.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that a portal killed with kill -9 leaves running. It holds the folder, so it is ended before a new one
 * starts; every commit it acknowledged is on disk. Call only while holding the folder's lock.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

    private OrphanedServer() {
    }

    static void end(Path cluster) throws IOException {
        var files = new ServerFiles(cluster);
        Optional<ProcessHandle> process = files.pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return; // nothing runs; PostgreSQL clears its own stale note
        }
        if (!serves(process.get(), cluster)) {
            // The number now belongs to somebody else's process (a restarted container, a reboot). PostgreSQL would
            // refuse to start because that process lives, and we must not end it.
            files.forgetPid();
            return;
        }
        log.warn("Ending the database server (process {}) that a killed portal left behind", process.get().pid());
        if (!ends(process.get(), files, "INT", 30) && !ends(process.get(), files, "QUIT", 15)) {
            throw new StartRefused("The database server left behind by a killed portal (process %d, folder %s) does not end: end it, then start again."
                    .formatted(process.get().pid(), cluster));
        }
    }

    /**
     * A server killed with -9 itself leaves processes that hold its memory a moment longer, and an initdb may outlive its
     * portal: waits for whatever still runs from the folder's own programs.
     */
    static void awaitLeftovers(Path programs) {
        Instant longest = Instant.now().plusSeconds(30);
        while (ProcessHandle.allProcesses().anyMatch(process -> runsFrom(programs, process)) && Instant.now().isBefore(longest)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean runsFrom(Path programs, ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).startsWith(programs)).orElse(false);
    }

    /** The process must be a PostgreSQL server, and for this very folder: process numbers are used again. */
    private static boolean serves(ProcessHandle process, Path cluster) {
        String command = process.info().command().orElse("");
        if (!Path.of(command).getFileName().toString().startsWith("postgres")) {
            return false;
        }
        // Windows does not tell arguments: there, the note in the folder and the program's name have to do
        return process.info().arguments().map(arguments -> folderIn(List.of(arguments), cluster)).orElse(true);
    }

    private static boolean folderIn(List<String> arguments, Path cluster) {
        int option = arguments.indexOf("-D");
        return option >= 0 && option + 1 < arguments.size() && same(Path.of(arguments.get(option + 1)), cluster);
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Fast shutdown is SIGINT, immediate is SIGQUIT; SIGTERM would wait for clients that no longer exist. */
    private static boolean ends(ProcessHandle process, ServerFiles files, String signal, int seconds) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        }
        // Not only the process: where nobody reaps it (a container without an init), it stays as a zombie
        Instant longest = Instant.now().plusSeconds(seconds);
        while (process.isAlive() && files.pid().isPresent() && Instant.now().isBefore(longest)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return !process.isAlive() || files.pid().isEmpty();
    }
}
