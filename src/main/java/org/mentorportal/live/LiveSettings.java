package org.mentorportal.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.live.*}.
 *
 * @param reread pause between two looks at all open boards, so that a lost message leaves no stale screen; and before a part of a
 *               screen that could not be read is tried again
 */
@ConfigurationProperties("portal.live")
public record LiveSettings(Duration reread) {
}
