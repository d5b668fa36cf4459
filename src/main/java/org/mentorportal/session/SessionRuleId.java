package org.mentorportal.session;

import org.mentorportal.shared.RuleId;

/** Every "no" of this module; the comment names its arguments. */
public enum SessionRuleId implements RuleId {
    /** Arguments: the mark that was wanted, when the session ends. */
    NOT_ENDED,
    /** It was never approved, so nobody was expected. Arguments: the mark that was wanted. */
    NOT_IN_SESSION,
    /** It was cancelled, revoked or moved. Arguments: the mark that was wanted. */
    PLACE_GIVEN_UP,
    /** Arguments: the mark that was wanted, the one that it has, since when. */
    ALREADY_MARKED,
    /** On grounds nobody's attendance is marked. Arguments: the mark that was wanted. */
    NO_ATTENDANCE,
    /** Somebody else marks it. */
    OWN_ATTENDANCE,
    /** There is no mark to take back. */
    NOT_MARKED,
    /** What the database says of a mark that should not have come so far. */
    MARK_REFUSED
}
