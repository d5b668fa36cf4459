package org.mentorportal.booking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param reread pause between two looks at all open boards, so that a lost message leaves no stale screen */
@ConfigurationProperties("portal.live")
record LiveSettings(Duration reread) {
}
