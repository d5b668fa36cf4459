package org.mentorportal.catalogue;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The catalogue in memory: read by every grid and every rule, changed a few times a year. */
@Component
class CatalogueCache {

    private final CatalogueReader reader;
    private final AtomicLong changes = new AtomicLong();
    /** As it was read last; null before the first read and after a change. */
    private volatile @Nullable Catalogue known;

    CatalogueCache(CatalogueReader reader) {
        this.reader = reader;
    }

    Catalogue get() {
        Catalogue last = known;
        return last == null ? reload() : last;
    }

    /**
     * Reads anew, on the connection of the transaction that asks if there is one. Kept unless the catalogue changed during the
     * read, or the transaction that asks is the one that changes it: what it reads nobody else may see before it is committed.
     */
    Catalogue reload() {
        long before = changes.get();
        Catalogue read = reader.read();
        if (!TransactionSynchronizationManager.hasResource(this)) {
            keepUnlessChangedSince(before, read);
        }
        return read;
    }

    /** In one step with forgetting: else a change between the look and the keeping would leave the old catalogue for good. */
    private synchronized void keepUnlessChangedSince(long before, Catalogue read) {
        if (changes.get() == before) {
            known = read;
        }
    }

    /** Called before the write: forgets once it is committed, before any screen is told. */
    void forgetAtTheEnd() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(CatalogueCache.this);
                if (status == STATUS_UNKNOWN) { // the connection was lost: it may have been committed
                    forget();
                }
            }
        });
    }

    private synchronized void forget() {
        changes.incrementAndGet();
        known = null;
    }
}
