package org.mentorportal.account;

import org.mentorportal.audit.TrailHead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the chains of accounts and of access tokens end, beside the rows. */
@Configuration(proxyBeanMethods = false)
class StoredAccountRules {

    @Bean
    TrailHead storedAccountTrail(JdbcClient jdbc) {
        return new TrailHead("account", "account", "case when t.enabled then 'ENABLED' else 'DISABLED' end", jdbc);
    }

    @Bean
    TrailHead storedTokenTrail(JdbcClient jdbc) {
        return new TrailHead("access-token", "access_token", "case when t.revoked_at is null then '%s' else '%s' end"
                .formatted(TokenAnswers.VALID, TokenAnswers.REVOKED), jdbc);
    }
}
