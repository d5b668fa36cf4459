package org.mentorportal.account;

import java.time.Instant;
import java.util.Set;

/** Who changed what of an account, and when. */
public record AccountChange(String who, Instant at, Set<AccountPart> parts) {
}
