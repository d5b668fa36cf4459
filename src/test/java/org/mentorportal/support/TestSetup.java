package org.mentorportal.support;

import java.time.Clock;
import java.time.ZoneId;
import org.mentorportal.account.TestSignIn;
import org.mentorportal.shared.PortalClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import({TestSignIn.class, School.class, Desk.class, Mentoring.class, CountedStatements.class, PlantedFaults.class, PlantedOutage.class})
public class TestSetup {

    @Bean
    MovableClock movableClock(@Value("${portal.zone}") ZoneId zone) {
        return new MovableClock(zone);
    }

    @Bean
    @Primary
    Clock testClock(MovableClock clock) {
        return new PortalClock(clock);
    }
}
