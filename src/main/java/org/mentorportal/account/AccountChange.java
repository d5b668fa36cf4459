package org.mentorportal.account;

import java.time.Instant;
import java.util.Set;
import org.mentorportal.shared.Change;

/** Who changed what of an account, and when. */
public record AccountChange(String who, Instant at, Set<AccountPart> parts) implements Change {
}
