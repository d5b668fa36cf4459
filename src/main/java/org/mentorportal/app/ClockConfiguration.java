package org.mentorportal.app;

import java.time.Clock;
import java.time.ZoneId;
import org.mentorportal.shared.PortalClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** @param zone the school's, {@code portal.zone} */
    @Bean
    Clock clock(@Value("${portal.zone}") ZoneId zone) {
        return new PortalClock(Clock.system(zone));
    }
}
