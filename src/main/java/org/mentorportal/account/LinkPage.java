package org.mentorportal.account;

/** What the page of a link that may be used shows: whose password is to be chosen. */
public record LinkPage(LinkKind kind, String displayName, String email) {
}
