package org.mentorportal.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time that was used until now, in nanoseconds: by this process, and by the PostgreSQL server that it started. */
record Cpu(long portal, long postgres) {

    /** Where the bench's own server has its programs. */
    private static final String FOLDER = Path.of("target/bench-data").toAbsolutePath().toString();

    static Cpu now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cpu(system.getProcessCpuTime(), servers().map(ProcessHandle::info).flatMap(info -> info.totalCpuDuration().stream())
                .mapToLong(Duration::toNanos).sum());
    }

    private static Stream<ProcessHandle> servers() {
        return ProcessHandle.allProcesses().filter(process -> process.info().command().filter(path -> path.startsWith(FOLDER)
                && path.endsWith("/postgres")).isPresent());
    }

    Cpu since(Cpu before) {
        return new Cpu(portal - before.portal, postgres - before.postgres);
    }

    double portalMillis(int of) {
        return portal / 1e6 / of;
    }

    double postgresMillis(int of) {
        return postgres / 1e6 / of;
    }
}
