package com.newgroktimes.digest.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** A column of that type, which the driver hands out with an offset and no other way. */
public final class Timestamptz {

    private Timestamptz() {}

    /** As fine as it is kept, so that what is handed out equals what is read back. */
    public static Instant asKept(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws IllegalStateException where it is null, in a column that cannot be */
    public static Instant of(ResultSet row, String column) throws SQLException {
        Instant moment = orNull(row, column);
        if (moment == null) {
            throw new IllegalStateException("The column %s is null. Read it as one that may be.".formatted(column));
        }
        return moment;
    }

    public static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
