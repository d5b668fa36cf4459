package org.mentorportal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** E7: a rule inside a command reads a service as it is, not as the command read it a moment ago. */
@PortalTest
class CatalogueCacheTest {

    @Autowired
    CatalogueCache cache;
    @Autowired
    School school;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void serviceThatChangedWhileACommandRunsIsReadAnewInIt() {
        ServiceInfo service = school.service();
        new TransactionTemplate(transactions).executeWithoutResult(command -> {
            assertThat(cache.newest(service.id()).service(service.id()).version()).isEqualTo(1);
            inAnotherTransaction(() -> jdbc.sql("update service set capacity = 7, version = 2 where id = ?").param(service.id().value()).update());

            assertThat(cache.newest(service.id()).service(service.id()).capacity()).isEqualTo(7);
        });
        assertThat(cache.get().service(service.id()).version()).isEqualTo(2);

        jdbc.sql("update service set capacity = 1, version = 1 where id = ?").param(service.id().value()).update(); // its trail knows no other
        cache.newest(service.id());
    }

    /** Else a change at nine o'clock would have each of a hundred requests read the whole school. */
    @Test
    void onlyTheResourceThatChangedIsReadAgain() {
        ServiceInfo changed = school.service();
        ServiceInfo other = school.service();
        assertThat(cache.get().service(other.id()).capacity()).isEqualTo(1);
        behindItsBack(other, 7);

        ServiceInfo added = school.service(changed.resource(), Approval.PRINCIPAL);

        assertThat(cache.get().servicesOf(changed.resource().id())).containsExactlyInAnyOrder(cache.get().service(changed.id()), added);
        assertThat(cache.get().service(other.id()).capacity()).isEqualTo(1);
        assertThat(cache.newest(other.id()).service(other.id()).capacity()).as("asked for by name").isEqualTo(7);
        behindItsBack(other, 1); // its trail knows no other
        cache.newest(other.id());
    }

    private void behindItsBack(ServiceInfo service, int capacity) {
        jdbc.sql("update service set capacity = ? where id = ?").param(capacity).param(service.id().value()).update();
    }

    private static void inAnotherTransaction(Runnable change) {
        try {
            Thread.ofPlatform().start(change).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
