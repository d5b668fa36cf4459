package org.mentorportal.app.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of story.txt; days are counted from today.
 *
 * @param from the first free slot from this day on is asked for
 * @param then stay, approve, reject, revoke (after approving), cancel (by staff), withdraw (by the student)
 * @param on   the day of that; null where it stays as it is
 */
record DemoScript(String student, int asks, String resource, String service, int from, String then, @Nullable Integer on,
                  String words) {

    static DemoScript of(List<String> row) {
        return new DemoScript(row.get(0), Integer.parseInt(row.get(1)), row.get(2), row.get(3), Integer.parseInt(row.get(4)),
                row.get(5), row.get(6).isEmpty() ? null : Integer.valueOf(row.get(6)), row.get(7));
    }
}
