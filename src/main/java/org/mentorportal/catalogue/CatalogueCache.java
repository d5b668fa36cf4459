package org.mentorportal.catalogue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The catalogue in memory: read by every grid and every rule, changed a few times a year, one resource at a time. */
@Component
class CatalogueCache {

    /**
     * What was read last, null before the first read, and which resources changed since. Two are never the same object, so that
     * whoever read meanwhile sees that something changed under the read, and does not keep it.
     */
    private static final class Known {

        private final @Nullable Catalogue catalogue;
        private final Set<ResourceId> changed;

        Known(@Nullable Catalogue catalogue, Set<ResourceId> changed) {
            this.catalogue = catalogue;
            this.changed = Set.copyOf(changed);
        }

        Known without(ResourceId resource) {
            var all = new HashSet<>(changed);
            all.add(resource);
            return new Known(catalogue, all);
        }
    }

    private final CatalogueReader reader;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(null, Set.of()));

    CatalogueCache(CatalogueReader reader) {
        this.reader = reader;
    }

    Catalogue get() {
        Known last = known.get();
        return last.catalogue == null || !last.changed.isEmpty() ? read(last) : last.catalogue;
    }

    /** With that service as it is now, whoever changed it, on whatever node. */
    Catalogue newest(ServiceId id) {
        return get().find(id).map(service -> newest(service.resource().id())).orElseGet(this::newest);
    }

    /** With that resource as it is now. */
    Catalogue newest(ResourceId id) {
        return read(known.updateAndGet(last -> last.without(id)));
    }

    private Catalogue newest() {
        return read(known.updateAndGet(last -> new Known(null, Set.of())));
    }

    /**
     * Kept unless something changed during the read, or the transaction that asks is the one that changes it: what it reads
     * nobody else may see before it is committed.
     */
    private Catalogue read(Known last) {
        Catalogue read = last.catalogue == null ? reader.all() : last.catalogue.with(reader.of(last.changed));
        if (!TransactionSynchronizationManager.hasResource(this)) {
            known.compareAndSet(last, new Known(read, Set.of()));
        }
        return read;
    }

    /** Called in the transaction that changes {@code resource}: forgets once it is committed, before any screen is told. */
    void forgetAtTheEnd(ResourceId resource) {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget(resource);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CatalogueCache.this);
                if (status == STATUS_UNKNOWN) { // the connection was lost: it may have been committed
                    forget(resource);
                }
            }
        });
    }

    private void forget(ResourceId resource) {
        known.updateAndGet(last -> last.without(resource));
    }
}
