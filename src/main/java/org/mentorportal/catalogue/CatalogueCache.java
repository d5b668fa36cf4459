package org.mentorportal.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue in memory: read by every grid and every rule, changed a few times a year. */
@Component
class CatalogueCache {

    private final ResourceRepository resources;
    private final ServiceRepository services;
    private final TransactionTemplate afresh;
    private final AtomicLong changes = new AtomicLong();
    private final AtomicBoolean reading = new AtomicBoolean();
    /** What was read last; null before the first read. */
    private volatile @Nullable Catalogue known;
    private volatile boolean stale;

    CatalogueCache(ResourceRepository resources, ServiceRepository services, PlatformTransactionManager transactions) {
        this.resources = resources;
        this.services = services;
        this.afresh = new TransactionTemplate(transactions);
        afresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        afresh.setReadOnly(true);
    }

    /**
     * The newest, but for who is inside a transaction while somebody else in one reads it: they are given what was read last. A
     * reading needs a connection of its own, and if everybody who holds one waited for another, nobody would get any. What
     * binds a claim is asked by its version in any case.
     */
    Catalogue get() {
        boolean old = stale; // before what is known: it is set after
        Catalogue last = known;
        if (last == null || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return last == null || old ? reload() : last;
        }
        if (!old || !reading.compareAndSet(false, true)) {
            return last;
        }
        try {
            return reload();
        } finally {
            reading.set(false);
        }
    }

    /**
     * Reads anew; kept unless the catalogue changed during the read. In a persistence context of its own: that of a command
     * which has read a service before would give it again as it was then, however new the rows are.
     */
    Catalogue reload() {
        return Objects.requireNonNull(afresh.execute(status -> read()));
    }

    private Catalogue read() {
        long before = changes.get();
        Map<Long, ResourceInfo> byId = resources.findAll().stream().map(Resource::info)
                .collect(Collectors.toMap(resource -> resource.id().value(), Function.identity()));
        List<ServiceInfo> all = services.findAllWithHours().stream()
                .map(service -> service.info(byId.get(service.resourceId()))).toList();
        var read = new Catalogue(byId.values(), all);
        keepUnlessChangedSince(before, read);
        return read;
    }

    /** In one step with forgetting: else a change between the look and the keeping would leave the old catalogue for good. */
    private synchronized void keepUnlessChangedSince(long before, Catalogue read) {
        if (changes.get() == before) {
            known = read;
            stale = false;
        }
    }

    /**
     * Called before the write: at the commit, before any screen is told, and after a rollback too, since what was read
     * meanwhile inside the transaction may be what never came to be.
     */
    void forgetAtTheEnd() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget();
            }

            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private synchronized void forget() {
        changes.incrementAndGet();
        stale = true;
    }
}
