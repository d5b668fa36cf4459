package org.mentorportal.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** What operators see of commands; names of rules, constraints and commands only, never of people. */
@Component
class CommandMetrics {

    private final MeterRegistry registry;
    private final Timer lockWait;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.lockWait = Timer.builder("portal.lock.wait").publishPercentileHistogram()
                .description("One round trip that takes a command's locks, or waits for them in vain, and looks for its receipt").register(registry);
    }

    void ended(Command command, Outcome outcome, boolean repeated, long nanos) {
        outcome.refusal().ifPresent(this::refused);
        time(command, repeated ? "repeated" : outcome.refusal().isPresent() ? "refused" : outcome.changedNothing() ? "unchanged" : "done", nanos);
    }

    void failed(Command command, long nanos) {
        time(command, "fault", nanos);
    }

    private void time(Command command, String outcome, long nanos) {
        registry.timer("portal.command", "command", command.name(), "outcome", outcome).record(Duration.ofNanos(nanos));
    }

    /** Also for what a board refuses, without a command being run. */
    void refused(Refused why) {
        registry.counter("portal.conflicts", "rule", why.rule().name()).increment();
    }

    /** @param state why the attempt before failed */
    void retried(String state) {
        registry.counter("portal.command.retries", "state", state).increment();
    }

    void violated(String constraint) {
        registry.counter("portal.constraint.violations", "constraint", constraint).increment();
    }

    void receiptHit() {
        registry.counter("portal.receipt.hits").increment();
    }

    void waitedForLocks(long nanos) {
        lockWait.record(Duration.ofNanos(nanos));
    }
}
