package org.mentorportal.trail;

import org.mentorportal.audit.TrailHead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seal that is gone while its event is not, or the other way round, shows like any other row. */
@Configuration(proxyBeanMethods = false)
class StoredTrailRules {

    @Bean
    TrailHead storedSealTrail(JdbcClient jdbc) {
        return new TrailHead(SealService.KIND, "(select number as id, 1 as version from audit_seal)", "'" + SealService.STATE + "'", jdbc);
    }
}
