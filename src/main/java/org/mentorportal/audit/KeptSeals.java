package org.mentorportal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mentorportal.shared.StoredRule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code ./portal check --seals FILE}: the seals that were kept outside are the database's own. Whoever can write to the
 * database can make a trail and its seals anew; the lines that they cannot reach then tell.
 */
@Component
@ConditionalOnProperty("portal.check.seals")
class KeptSeals implements StoredRule {

    private final Path file;
    private final SealStore seals;

    KeptSeals(@Value("${portal.check.seals}") Path file, SealStore seals) {
        this.file = file;
        this.seals = seals;
    }

    @Override
    public String name() {
        return "kept_seals";
    }

    /** @throws UncheckedIOException if the file cannot be read */
    @Override
    public List<String> faults() {
        List<String> lines = lines();
        if (lines.stream().allMatch(String::isBlank)) {
            return List.of("no seals are kept in the file");
        }
        return IntStream.range(0, lines.size()).filter(n -> !lines.get(n).isBlank())
                .mapToObj(n -> fault(lines.get(n)).map(fault -> "line " + (n + 1) + ": " + fault)).flatMap(Optional::stream).toList();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the kept seals cannot be read", unreadable);
        }
    }

    private Optional<String> fault(String line) {
        Optional<Seal.Kept> kept = Seal.Kept.of(line);
        if (kept.isEmpty()) {
            return Optional.of("no seal");
        }
        Optional<Seal> own = seals.find(kept.get().number());
        if (own.isEmpty()) {
            return Optional.of("seal " + kept.get().number() + " is missing from the database");
        }
        return HexFormat.of().formatHex(own.get().hash()).equals(kept.get().hash()) ? Optional.empty()
                : Optional.of("seal " + kept.get().number() + " is another one in the database");
    }
}
