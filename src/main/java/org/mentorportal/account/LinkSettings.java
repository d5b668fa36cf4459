package org.mentorportal.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code portal.links.*}: how long a link for choosing a password may be used. */
@ConfigurationProperties("portal.links")
record LinkSettings(Duration invitationAge, Duration resetAge) {

    Duration age(LinkKind kind) {
        return kind == LinkKind.INVITATION ? invitationAge : resetAge;
    }
}
