package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;

/** Commands that are equal have one fingerprint, on every node and after every restart; receipts keep it. */
class FingerprintsTest {

    private record Choose(Set<DayOfWeek> days, Set<AccountId> people) implements Command {
    }

    private record Keep(String words, int count, List<DayOfWeek> inOrder, AccountId whom, Instant from, @Nullable Integer version) implements Command {
    }

    /** Whose order is that in which they are added. */
    private static <T> Set<T> set(List<T> inOrder) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(inOrder));
    }

    private static List<AccountId> people(int... ids) {
        return IntStream.of(ids).mapToObj(AccountId::new).toList();
    }

    @Test
    void e3SetsThatAreEqualAreTheSameInWhateverOrderTheyAreRead() {
        var one = new Choose(set(List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY)), set(people(3, 1, 2)));
        var other = new Choose(set(List.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY, DayOfWeek.MONDAY)), set(people(2, 3, 1)));

        assertThat(one).isEqualTo(other);
        assertThat(Fingerprints.of(one)).isEqualTo(Fingerprints.of(other))
                .isEqualTo(Fingerprints.of(new Choose(Set.copyOf(one.days), Set.copyOf(other.people))))
                .isNotEqualTo(Fingerprints.of(new Choose(one.days, Set.copyOf(people(1, 2)))));
    }

    @Test
    void orderOfAListCounts() {
        assertThat(Fingerprints.of(kept(DayOfWeek.MONDAY, DayOfWeek.SUNDAY))).isNotEqualTo(Fingerprints.of(kept(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)));
    }

    private static Keep kept(DayOfWeek... days) {
        return new Keep("a \"word\"", 2, List.of(days), new AccountId(7), Instant.EPOCH, null);
    }

    /** What receipts have been keeping since the first version. */
    @Test
    void e3FingerprintIsOfThisText() throws Exception {
        assertThat(Fingerprints.of(kept(DayOfWeek.SUNDAY, DayOfWeek.MONDAY))).isEqualTo(sha256("""
                1
                Keep
                {"words":"a \\"word\\"","count":2,"inOrder":["SUNDAY","MONDAY"],"whom":{"value":7},"from":"1970-01-01T00:00:00Z","version":null}"""));
        assertThat(Fingerprints.of(new Choose(Set.of(DayOfWeek.MONDAY), Set.of()))).isEqualTo(sha256("""
                1
                Choose
                {"days":["MONDAY"],"people":[]}"""));
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
