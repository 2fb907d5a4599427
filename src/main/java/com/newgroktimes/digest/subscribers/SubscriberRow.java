package com.newgroktimes.digest.subscribers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Timestamptz;

/** A row of the table {@code subscriber}, read whole. */
final class SubscriberRow implements RowMapper<Subscriber> {

    @Override
    public Subscriber mapRow(ResultSet row, int number) throws SQLException {
        SubscriberState state = SubscriberState.valueOf(row.getString("state"));
        Instant signedUpAt = moment(row, "signed_up_at", Instant.EPOCH);
        @Nullable Instant confirmedAt = Timestamptz.orNull(row, "confirmed_at");
        @Nullable Instant leftAt = Timestamptz.orNull(row, "left_at");
        @Nullable String suppressed = row.getString("suppressed");
        return new Subscriber(
                row.getLong("id"),
                EmailAddress.stored(row.getString("address")),
                state,
                suppressed == null ? null : Suppression.valueOf(suppressed),
                Timestamptz.orNull(row, "suppressed_at"),
                since(state, signedUpAt, confirmedAt, leftAt),
                signedUpAt,
                confirmedAt,
                leftAt,
                row.getString("locale"),
                row.getString("format"),
                List.of((String[]) row.getArray("sections").getArray()),
                Timestamptz.orNull(row, "break_until"),
                row.getString("source"));
    }

    private static Instant since(
            SubscriberState state, Instant signedUpAt, @Nullable Instant confirmedAt, @Nullable Instant leftAt) {
        @Nullable
        Instant since = switch (state) {
            case PENDING -> signedUpAt;
            case CONFIRMED -> confirmedAt;
            case UNSUBSCRIBED -> leftAt;
        };
        return since == null ? signedUpAt : since;
    }

    private static Instant moment(ResultSet row, String column, Instant otherwise) throws SQLException {
        @Nullable Instant moment = Timestamptz.orNull(row, column);
        return moment == null ? otherwise : moment;
    }
}
