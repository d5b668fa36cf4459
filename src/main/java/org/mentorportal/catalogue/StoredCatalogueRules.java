package org.mentorportal.catalogue;

import org.mentorportal.audit.TrailHead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the chains of resources and services end, beside the rows. */
@Configuration(proxyBeanMethods = false)
class StoredCatalogueRules {

    private static final String STATE = "case when t.retired then '%s' else '%s' end"
            .formatted(ServiceHistory.state(true), ServiceHistory.state(false));

    @Bean
    TrailHead storedServiceTrail(JdbcClient jdbc) {
        return new TrailHead("service", "service", STATE, jdbc);
    }

    @Bean
    TrailHead storedResourceTrail(JdbcClient jdbc) {
        return new TrailHead("resource", "resource", STATE, jdbc);
    }
}
