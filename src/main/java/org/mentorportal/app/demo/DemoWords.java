package org.mentorportal.app.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** What people at the demo school say: what a booking is for, and why it was decided so. */
final class DemoWords {

    private final Map<String, List<String>> byTopic = DemoFile.rows("words.txt").stream()
            .collect(Collectors.toMap(List::getFirst, row -> row.subList(1, row.size())));

    String any(String topic, Random random) {
        List<String> words = byTopic.getOrDefault(topic, List.of(topic));
        return words.get(random.nextInt(words.size()));
    }
}
