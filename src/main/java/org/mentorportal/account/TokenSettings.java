package org.mentorportal.account;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.access-tokens.*}.
 *
 * @param most that one person has at a time; what expired or was revoked does not count
 */
@ConfigurationProperties("portal.access-tokens")
record TokenSettings(int most) {
}
