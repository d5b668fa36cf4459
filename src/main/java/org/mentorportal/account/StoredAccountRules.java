package org.mentorportal.account;

import org.mentorportal.audit.TrailHead;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the chains of accounts, of access tokens and of second factors end, beside the rows. */
@Configuration(proxyBeanMethods = false)
class StoredAccountRules {

    @Bean
    TrailHead storedAccountTrail(JdbcClient jdbc) {
        return new TrailHead("account", "account",
                "case when not t.enabled then 'DISABLED' when t.password_hash is null then 'INVITED' else 'ENABLED' end", jdbc);
    }

    @Bean
    TrailHead storedTokenTrail(JdbcClient jdbc) {
        return new TrailHead("access-token", "access_token", "case when t.revoked_at is null then '%s' else '%s' end"
                .formatted(TokenAnswers.VALID, TokenAnswers.REVOKED), jdbc);
    }

    @Bean
    TrailHead storedSecondFactorTrail(JdbcClient jdbc) {
        return new TrailHead("second-factor", "(select account_id as id, version, secret from second_factor)",
                "case when t.secret is null then '%s' else '%s' end".formatted(SecondFactors.OFF, SecondFactors.ON), jdbc);
    }
}
