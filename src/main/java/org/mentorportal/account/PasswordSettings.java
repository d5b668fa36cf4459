package org.mentorportal.account;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.passwords.*}.
 *
 * @param memory       of one Argon2id hash, in KiB
 * @param iterations   of one hash
 * @param parallelism  lanes of one hash
 * @param atOnce       passwords that are hashed or compared at the same time
 * @param longestWait  for a turn
 * @param contextWords what a guesser would try first here: the portal's and the school's names
 */
@ConfigurationProperties("portal.passwords")
record PasswordSettings(int memory, int iterations, int parallelism, int atOnce, Duration longestWait, List<String> contextWords) {
}
