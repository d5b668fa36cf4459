package org.mentorportal.mentorship;

/** How a mentee stands in a cycle, and what happens next. */
public record Standing(MenteePage page, Next next) {

    /** What happens next; nothing of it happens by itself. */
    public enum Next {
        /** No no-show counts. */
        CLEAR,
        /** Some count, fewer than the limit. */
        BELOW_LIMIT,
        /** The lead mentor is asked to decide. */
        MENTOR_DECIDES,
        /** The lead mentor decided against it; the next no-show asks again. */
        MENTOR_DECLINED,
        /** Only the lead mentor or an admin can end the pause. */
        ASK_LEAD,
        /** The mentee can come back when they like. */
        COME_BACK,
        /** The cycle's last day has passed. */
        CYCLE_OVER
    }
}
