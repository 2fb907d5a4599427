package com.newgroktimes.digest.delivery.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Settlement.Again;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;

/** Changes as a statement takes them: an array a column. */
record Columns(PreparedStatement statement, List<Change> changes) {

    void set(int index, String type, Function<Change, @Nullable Object> column) throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, changes.stream().map(column).toArray()));
    }

    /** What the relay said: code, reply, its number for the message and the reason, from this column on. */
    void setWords(int first) throws SQLException {
        set(first, "text", ofNote(Note::code));
        set(first + 1, "text", ofNote(Note::reply));
        set(first + 2, "text", ofNote(Note::relayId));
        set(first + 3, "text", ofNote(Columns::reason));
    }

    /** When it was tried first, and when it is tried again. */
    void setAgain(int first) throws SQLException {
        set(first, "timestamptz", ofAgain(Again::firstTried));
        set(first + 1, "timestamptz", ofAgain(Again::due));
    }

    private static Function<Change, @Nullable Object> ofNote(Function<Note, @Nullable String> part) {
        return change -> change.note() == null ? null : part.apply(change.note());
    }

    private static @Nullable String reason(Note note) {
        return note.reason() == null ? null : note.reason().name();
    }

    private static Function<Change, @Nullable Object> ofAgain(Function<Again, Instant> part) {
        return change ->
                change.again() == null ? null : part.apply(change.again()).toString();
    }
}
