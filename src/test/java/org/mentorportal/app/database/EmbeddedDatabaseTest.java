package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    private final ApplicationContextRunner portal = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("portal.data-dir=memory")
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDatabase.class, ServerDatabase.class, PoolTimeouts.class, Owner.class);

    @Test
    void thePortalSignsInAsTheUserWhoCannotChangeTheSchema() {
        portal.run(context -> {
            assertThat(ask(context.getBean(JdbcClient.class), "select current_user")).isEqualTo("portal_app");
            assertThat(ask(JdbcClient.create(context.getBean("ownerDataSource", DataSource.class)), "select current_user")).isEqualTo("portal_owner");
            assertThat(context.getBeanProvider(DataSource.class).getObject()).isInstanceOf(HikariDataSource.class);
        });
    }

    @Test
    void noConnectionWaitsLongerThanACommandMay() {
        portal.withPropertyValues("portal.command.lock-timeout=PT1.5S").run(context -> assertPool(context.getBean(HikariDataSource.class)));
    }

    @Test
    void aServersPoolHasTheSameLimits() {
        PortalDatabase server = ThrowAwayCluster.freshDatabase();
        portal.withPropertyValues("portal.command.lock-timeout=PT1.5S", "spring.datasource.url=" + server.url(),
                "spring.datasource.username=portal_app", "spring.datasource.password=" + server.passwords().application(),
                "spring.liquibase.user=portal_owner", "spring.liquibase.password=" + server.passwords().owner()).run(context -> {
                    assertPool(context.getBean(HikariDataSource.class));
                    assertThat(context).doesNotHaveBean(EmbeddedDatabase.class).hasSingleBean(ServerDatabase.CheckedServer.class);
                });
    }

    @Test
    void aServerThatTheApplicationOwnsIsNotStartedOn() {
        PortalDatabase server = ThrowAwayCluster.freshDatabase();
        portal.withPropertyValues("spring.datasource.url=" + server.url(), "spring.datasource.username=portal_owner",
                "spring.datasource.password=" + server.passwords().owner(), "spring.liquibase.user=another",
                "spring.liquibase.password=not well known").run(context ->
                    assertThat(StartRefused.in(context.getStartupFailure())).hasMessageContaining("portal_owner may create tables"));
    }

    @Test
    void everyContextHasAnEmptyDatabaseOfItsOwn() {
        portal.run(one -> portal.run(other ->
                assertThat(one.getBean(PortalDatabase.class).url()).isNotEqualTo(other.getBean(PortalDatabase.class).url())));
    }

    private static void assertPool(HikariDataSource pool) {
        JdbcClient client = JdbcClient.create(pool);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(8);
        assertThat(pool.getConnectionTimeout()).isEqualTo(3000);
        assertThat(ask(client, "show lock_timeout")).isEqualTo("1500ms");
        assertThat(ask(client, "show statement_timeout")).isEqualTo("5s");
        assertThat(ask(client, "show idle_in_transaction_session_timeout")).isEqualTo("10s");
        assertThat(ask(client, "show application_name")).isEqualTo("mentor-portal");
        assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "20").containsEntry("connectTimeout", "5")
                .containsEntry("tcpKeepAlive", "true");
    }

    private static String ask(JdbcClient client, String question) {
        return client.sql(question).query(String.class).single();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LiquibaseProperties.class)
    static class Owner {
    }
}
