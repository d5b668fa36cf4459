package org.mentorportal.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;

/** What is to happen after commits of which nobody knows yet whether they arrived, by command; gone with a restart, as all screens are. */
@Component
class Untold {

    private final Cache<UUID, List<TransactionSynchronization>> byCommand;

    Untold(CommandSettings settings) {
        byCommand = Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(settings.receiptAge()).build();
    }

    void remember(UUID command, List<TransactionSynchronization> afterCommit) {
        byCommand.put(command, afterCommit);
    }

    /** It did not arrive after all. */
    void forget(UUID command) {
        byCommand.invalidate(command);
    }

    /** It did arrive. */
    void tell(UUID command) {
        Optional.ofNullable(byCommand.asMap().remove(command)).ifPresent(all -> all.forEach(TransactionSynchronization::afterCommit));
    }
}
