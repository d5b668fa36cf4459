package org.mentorportal.shared;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Moments on their way to and from {@code timestamptz} columns, which the driver knows as offset date-times. */
public final class SqlTime {

    private SqlTime() {
    }

    public static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** @throws NullPointerException if the column is null in this row */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Those of an array; none if the column is null in this row. */
    public static List<Instant> instants(ResultSet row, String column) throws SQLException {
        Array moments = row.getArray(column);
        return moments == null ? List.of() : Arrays.stream((Timestamp[]) moments.getArray()).map(Timestamp::toInstant).toList();
    }
}
