package org.mentorportal.account;

import java.time.Instant;

/** An access token as its person sees it in a list: never its secret. */
public record TokenInfo(TokenId id, String name, Instant madeAt, Instant expiresAt) {
}
