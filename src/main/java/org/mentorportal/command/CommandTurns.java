package org.mentorportal.command;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.mentorportal.shared.Turns;
import org.springframework.stereotype.Component;

/**
 * Fewer attempts at once than there are connections, first come first served: commands that wait for each other's locks leave
 * screens something to read with, and nobody is overtaken by whoever asks for a connection more often.
 */
@Component
class CommandTurns {

    private final Turns turns;

    CommandTurns(CommandSettings settings, MeterRegistry registry) {
        this.turns = new Turns(settings.atOnce());
        Gauge.builder("portal.command.waiting", turns, Turns::waiting).description("Commands that wait for their turn").register(registry);
    }

    /** What {@code attempt} gives; nothing, and no attempt made, if its turn did not come within {@code longest}. */
    <T> Optional<T> take(Duration longest, Supplier<T> attempt) {
        return turns.take(longest, attempt);
    }
}
