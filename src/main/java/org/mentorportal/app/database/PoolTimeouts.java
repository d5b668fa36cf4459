package org.mentorportal.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * No connection of the pool waits longer for a lock, a statement or its own idle transaction than a command may take
 * (portal.command.*), whether the database is embedded or a server. Liquibase does not use the pool: a migration may take
 * its time.
 */
@Component
class PoolTimeouts implements BeanPostProcessor, EnvironmentAware {

    private Environment settings = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        settings = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setConnectionInitSql("set lock_timeout = %d; set statement_timeout = %d; set idle_in_transaction_session_timeout = %d"
                    .formatted(millis("lock-timeout"), millis("statement-timeout"), millis("idle-in-transaction-timeout")));
        }
        return bean;
    }

    private long millis(String setting) {
        return Binder.get(settings).bind("portal.command." + setting, Duration.class).get().toMillis();
    }
}
