package org.mentorportal.booking;

import org.jspecify.annotations.Nullable;

/**
 * Where the people of an approved booking meet.
 *
 * @param session the live session's id
 * @param link    for one that is held online, else null
 * @param place   for one that is held on a ground, else null
 */
public record Meeting(long session, Status status, @Nullable String link, @Nullable String place) {

    public enum Status {
        SCHEDULED, CANCELLED
    }
}
