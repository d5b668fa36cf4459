package org.mentorportal.booking.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.Decision;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.ui.BeingChecked;
import org.mentorportal.shared.ui.Results;

/** Decides about one booking or many, each by a command of its own, asks for a reason where one is needed, and shows what came of each. */
final class Deciding {

    private final ApprovalService approvals;
    private final BookingTexts texts;
    private final boolean onBehalf;
    private final BiConsumer<Set<BookingId>, Set<BookingId>> decided;
    private final BeingChecked<Decision> beingChecked = new BeingChecked<>();
    private final Results results;
    private Unsaid unsaid = new Unsaid("", Set.of(), "");

    /** A reason that did not reach {@code whom}: who does the same to them again does not write it twice. */
    private record Unsaid(String act, Set<BookingId> whom, String reason) {

        String begin(String sameAct, Set<BookingId> chosen) {
            return act.equals(sameAct) && whom.containsAll(chosen) ? reason : "";
        }
    }

    /**
     * @param onBehalf whether the person approves for others, and says why
     * @param decided  is told about which bookings it was, and which of them need only be pressed again
     */
    Deciding(ApprovalService approvals, BookingTexts texts, boolean onBehalf, BiConsumer<Set<BookingId>, Set<BookingId>> decided) {
        this.approvals = approvals;
        this.texts = texts;
        this.onBehalf = onBehalf;
        this.decided = decided;
        results = new Results(texts.get("approvals.results"), texts.get("approvals.results-close"));
    }

    Results results() {
        return results;
    }

    void approve(List<BookingDetails> chosen) {
        if (onBehalf) {
            ask("approvals.approve", chosen, (booking, why) -> new Decision.Approve(booking.id(), why, booking.version()));
        } else {
            decide(chosen, booking -> new Decision.Approve(booking.id(), "", booking.version()));
        }
    }

    void reject(List<BookingDetails> chosen) {
        ask("approvals.reject", chosen, (booking, why) -> new Decision.Reject(booking.id(), why, booking.version()));
    }

    void revoke(List<BookingDetails> chosen) {
        ask("approvals.revoke", chosen, (booking, why) -> new Decision.Revoke(booking.id(), why, booking.version()));
    }

    private void ask(String act, List<BookingDetails> chosen, BiFunction<BookingDetails, String, Decision> decision) {
        var whom = new UnorderedList(chosen.stream().map(booking -> new ListItem(line(booking))).toArray(ListItem[]::new));
        whom.addClassName("consequence");
        var dialog = new ReasonDialog(texts, texts.get(act + "-title", chosen.size()), List.of(whom), true, texts.get("approvals.leave"),
                texts.get(act + "-now", chosen.size()), why -> {
                    unsaid = new Unsaid(act, decide(chosen, booking -> decision.apply(booking, why)), why);
                    return Optional.empty(); // each line says for itself what came of it
                });
        dialog.begin(unsaid.begin(act, ids(chosen)));
        dialog.open();
    }

    private String line(BookingDetails booking) {
        return booking.studentName() + ", " + booking.service().title() + ", " + texts.when(booking);
    }

    /**
     * One command per line, and a result for each, also where a fault ends it: then of those that came before.
     *
     * @return those for whom it was not done
     */
    private Set<BookingId> decide(List<BookingDetails> chosen, Function<BookingDetails, Decision> decision) {
        List<ListItem> lines = new ArrayList<>();
        Set<BookingId> left = new HashSet<>(ids(chosen));
        Set<BookingId> again = new HashSet<>(left);
        try {
            for (BookingDetails booking : chosen) {
                BookingOutcome outcome = beingChecked.send(decision.apply(booking), this::sent);
                boolean done = outcome.refusal().isEmpty();
                var line = new ListItem(line(booking) + ": " + said(outcome));
                line.addClassName(done ? "ok" : "no");
                lines.add(line);
                if (done) {
                    left.remove(booking.id());
                }
                if (outcome.refusal().filter(Mendable::is).isEmpty()) {
                    again.remove(booking.id());
                }
            }
        } finally {
            results.show(lines);
            decided.accept(ids(chosen), again);
        }
        return left;
    }

    private static Set<BookingId> ids(List<BookingDetails> bookings) {
        return bookings.stream().map(BookingDetails::id).collect(toSet());
    }

    private BookingOutcome sent(Decision decision, CommandKey key) {
        return switch (decision) {
            case Decision.Approve approve -> approvals.decide(approve, key);
            case Decision.Reject reject -> approvals.decide(reject, key);
            case Decision.Revoke revoke -> approvals.decide(revoke, key);
            case Decision.Cancel cancel -> throw new IllegalArgumentException("not decided here: " + cancel);
        };
    }

    private String said(BookingOutcome outcome) {
        return switch (outcome) {
            case BookingOutcome.Done done -> texts.get("approvals.done." + done.booking().status());
            case BookingOutcome.AlreadySo already -> already(already.booking());
            case BookingOutcome.Stale stale -> texts.get("approvals.stale", texts.when(stale.current()), texts.status(stale.current()),
                    texts.changes(stale));
            case BookingOutcome.NotDone refused -> texts.refusal(refused.why());
        };
    }

    private String already(BookingDetails booking) {
        return booking.decidedBy() == null || booking.decidedAt() == null ? texts.get("approvals.already-automatic")
                : texts.get("approvals.already." + booking.status(), booking.decidedBy(), texts.formats().dayTime(booking.decidedAt()));
    }
}
