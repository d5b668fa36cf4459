package org.mentorportal.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentorportal.shared.By;

/**
 * What the trail was at one moment.
 *
 * @param number from 1 without a gap
 * @param upTo   the id of the newest event that it covers; it begins where the seal before it ended
 * @param events how many it covers
 * @param by     who made it; unknown of a line that was kept
 * @param hash   over the seal before it, and all that it covers
 */
public record Seal(long number, long upTo, long events, Instant at, By by, byte[] hash) {

    private static final Pattern LINE = Pattern.compile("portal-seal (\\d{1,18}) ([0-9a-f]{64})(?: .*)?");

    /** One line to be kept outside, from which {@code ./portal check --seals} knows the seal again. */
    public String line() {
        return "portal-seal %d %s up-to=%d events=%d at=%s".formatted(number, HexFormat.of().formatHex(hash), upTo, events, at);
    }

    /** @param hash says all the rest, which the line has for its readers */
    record Kept(long number, String hash) {

        static Optional<Kept> of(String line) {
            Matcher kept = LINE.matcher(line.strip());
            return kept.matches() ? Optional.of(new Kept(Long.parseLong(kept.group(1)), kept.group(2))) : Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal seal && number == seal.number && Arrays.equals(hash, seal.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
