package org.mentorportal.booking.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds a short list of steps that still fails: leaves out ever smaller stretches, then makes single steps simpler. */
final class Shrinking {

    private final Predicate<List<Step>> fails;
    private int triesLeft;

    /** @param tries an upper bound, so that a failure is reported in good time */
    Shrinking(Predicate<List<Step>> fails, int tries) {
        this.fails = fails;
        this.triesLeft = tries;
    }

    List<Step> shortest(List<Step> failing) {
        List<Step> best = failing;
        for (boolean better = true; better; ) {
            List<Step> shorter = simpler(withoutStretches(best));
            better = !shorter.equals(best);
            best = shorter;
        }
        return best;
    }

    private List<Step> withoutStretches(List<Step> failing) {
        List<Step> best = failing;
        for (int length = Math.max(1, best.size() / 2); length >= 1; length /= 2) {
            for (int from = best.size() - length; from >= 0; from--) {
                best = without(best, from, length).filter(this::stillFails).findFirst().orElse(best);
                from = Math.min(from, best.size() - length + 1);
            }
        }
        return best;
    }

    /** As it is, and with one step after the gap, or all of them, about what lies one nearer. */
    private static Stream<List<Step>> without(List<Step> steps, int from, int length) {
        List<Step> rest = new ArrayList<>(steps);
        rest.subList(from, from + length).clear();
        return length > 1 ? Stream.of(rest) : Stream.concat(Stream.of(rest), Stream.concat(
                Stream.of(Stream.concat(rest.stream().limit(from), rest.stream().skip(from).map(Step::nearer)).toList()),
                IntStream.range(from, rest.size()).mapToObj(n -> with(rest, n, rest.get(n).nearer()))).filter(nearer -> !nearer.equals(rest)));
    }

    private static List<Step> with(List<Step> steps, int n, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(n, step);
        return changed;
    }

    private List<Step> simpler(List<Step> failing) {
        List<Step> best = failing;
        for (int n = 0; n < best.size(); n++) {
            for (Optional<List<Step>> next = simplerAt(best, n); next.isPresent(); next = simplerAt(best, n)) {
                best = next.get();
            }
        }
        return best;
    }

    private Optional<List<Step>> simplerAt(List<Step> failing, int n) {
        return failing.get(n).simpler().filter(step -> !step.equals(failing.get(n))).map(step -> with(failing, n, step))
                .filter(this::stillFails).findFirst();
    }

    private boolean stillFails(List<Step> steps) {
        return triesLeft-- > 0 && fails.test(steps);
    }
}
