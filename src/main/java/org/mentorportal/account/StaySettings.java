package org.mentorportal.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.sessions.*}.
 *
 * @param most    sessions of one account; one more ends the oldest
 * @param idle    without anything done
 * @param longest from signing in
 * @param reread  how often it is read what the people of all open sessions may do, so that a change on another node counts
 */
@ConfigurationProperties("portal.sessions")
public record StaySettings(int most, Duration idle, Duration longest, Duration reread) {
}
