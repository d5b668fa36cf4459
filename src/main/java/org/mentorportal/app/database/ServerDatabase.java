package org.mentorportal.app.database;

import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A database server of the school's own (spring.datasource.url): Spring Boot connects to it, this checks it first. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.datasource.url")
class ServerDatabase {

    /** Its being there says that the server may be used. */
    record CheckedServer() {
    }

    @Bean
    CheckedServer checkedServer(DataSourceProperties application, LiquibaseProperties owner) {
        ServerGuard.check(application.determineUrl(), given(application.getUsername()), given(application.getPassword()),
                owner.getUser(), owner.getPassword());
        return new CheckedServer();
    }

    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor serverIsCheckedFirst() {
        return new AbstractDependsOnBeanFactoryPostProcessor(SpringLiquibase.class, CheckedServer.class) {
        };
    }

    private static String given(@Nullable String setting) {
        return setting == null ? "" : setting;
    }
}
