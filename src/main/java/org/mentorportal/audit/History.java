package org.mentorportal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One subject's events, the oldest first; never empty. What an event does not say of its subject is as the one before it said. */
public record History(List<RecordedEvent> events) {

    public History {
        events = List.copyOf(events);
    }

    /** As it was when the event of that id was written; nothing if it had not begun. */
    public Optional<History> upTo(long id) {
        return some(events.stream().takeWhile(event -> event.id() <= id).toList());
    }

    /** As it was at {@code moment}, what happened at that very moment included; nothing if it had not begun. */
    public Optional<History> at(Instant moment) {
        return some(events.stream().takeWhile(event -> !event.at().isAfter(moment)).toList());
    }

    private static Optional<History> some(List<RecordedEvent> events) {
        return events.isEmpty() ? Optional.empty() : Optional.of(new History(events));
    }

    public RecordedEvent first() {
        return events.getFirst();
    }

    public RecordedEvent last() {
        return events.getLast();
    }

    /** The newest word on {@code fact}; empty text counts as none. */
    public Optional<String> fact(String fact) {
        return events.reversed().stream().filter(event -> event.facts().containsKey(fact)).findFirst().map(event -> event.facts().get(fact))
                .filter(value -> !value.isEmpty());
    }

    /** @throws IllegalStateException if no event says it, for every chain of that kind has it from its first */
    public String need(String fact) {
        return fact(fact).orElseThrow(() -> new IllegalStateException(first().subject() + " does not say its " + fact));
    }

    public long number(String fact) {
        return Long.parseLong(need(fact));
    }

    public Instant moment(String fact) {
        return Instant.parse(need(fact));
    }
}
