package org.mentorportal.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database of a school that has set up none: used where no spring.datasource.url is given. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "__none__")
class EmbeddedDatabase {

    /** What {@code portal.data-dir} says for a database that leaves nothing behind. */
    static final String THROW_AWAY = "memory";

    @Bean
    PortalDatabase portalDatabase(@Value("${portal.data-dir}") String dataDir, @Value("${portal.check:false}") boolean check) {
        if (dataDir.equals(THROW_AWAY)) {
            return ThrowAwayCluster.freshDatabase();
        }
        var cluster = new KeptCluster(Path.of(dataDir));
        return check ? cluster.startOrAttach() : cluster.start();
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(PortalDatabase database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(PortalDatabase.APPLICATION);
        pool.setPassword(database.passwords().application());
        return pool;
    }

    /** Not a candidate for injection, so that JPA and the rest keep to the application's user. */
    @Bean(defaultCandidate = false)
    @LiquibaseDataSource
    DataSource ownerDataSource(PortalDatabase database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(PortalDatabase.OWNER);
        source.setPassword(database.passwords().owner());
        return source;
    }
}
