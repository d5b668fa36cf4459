package org.mentorportal.app.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.web.*}: the limits of TRUST.md, and who may speak for others.
 *
 * @param trustedProxies    addresses whose X-Forwarded-For and -Proto are believed; of anybody else they are not read
 * @param screensPerSession most tabs of one browser; for one more that which was opened first is closed
 * @param visitors          most sessions of people who are not signed in
 * @param visitorTime       how long such a session lasts without a call
 * @param sweep             how often tabs are looked for that have gone without a word
 */
@ConfigurationProperties("portal.web")
public record WebSettings(List<String> trustedProxies, int screensPerSession, int visitors, Duration visitorTime, Duration sweep) {
}
