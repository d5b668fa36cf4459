package org.mentorportal.command;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What every sending of a command works with. */
@Component
record Means(TransactionTemplate transaction, Receipts receipts, Failures failures, Untold untold, CommandMetrics metrics, CommandTurns turns,
             Clock clock, CommandSettings settings) {
}
