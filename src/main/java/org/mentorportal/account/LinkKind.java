package org.mentorportal.account;

/** What a link for choosing a password is for. */
public enum LinkKind {
    /** Somebody has never signed in. */
    INVITATION("/invitation/"),
    /** Somebody has lost their password. */
    RESET("/reset/");

    private final String door;

    LinkKind(String door) {
        this.door = door;
    }

    /** Where the link leads, within the portal. */
    String path(LinkToken token) {
        return door + token.text();
    }
}
