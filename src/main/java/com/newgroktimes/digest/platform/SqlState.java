package com.newgroktimes.digest.platform;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The five characters with which a database tells what failed (PostgreSQL, appendix A), the first two of which are a class. What
 * they mean for whoever asked is told here.
 */
record SqlState(String code) {

    /**
     * Connection, question and data, transaction, access, resources, limits, intervention, system. Any other leaves open what is the
     * matter, as the 55000 of a database that takes no connections does.
     */
    private static final Set<String> CLEAR =
            Set.of("08", "22", "23", "25", "28", "3D", "40", "42", "53", "54", "57", "58", "XX");

    /** Out of their order, rolled back, out of something, cancelled. Read-only, for one, is of class 25. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("25", "40", "53", "57");

    static Stream<SqlState> in(@Nullable Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null
                ? Stream.of(new SqlState(sql.getSQLState()))
                : Stream.empty();
    }

    /** Whether nothing else need be asked what is the matter: how somebody passed it on says less. */
    boolean isClear() {
        return CLEAR.contains(category());
    }

    /** Empty where the fault is in the question, or ours, or not told. */
    Optional<DatabaseTrouble> trouble() {
        return switch (code) {
            case "53100" -> Optional.of(DatabaseTrouble.DISK_FULL);
            case "53200" -> Optional.of(DatabaseTrouble.OUT_OF_MEMORY);
            case "53300" -> Optional.of(DatabaseTrouble.NO_CONNECTION_LEFT);
            case "25006" -> Optional.of(DatabaseTrouble.READ_ONLY);
            case "57P03" -> Optional.of(DatabaseTrouble.NOT_OPEN);
            case "XX001", "XX002" -> Optional.of(DatabaseTrouble.DAMAGED);
            // A statement that was cancelled (57014), since it took too long, says nothing of the database.
            default -> code.startsWith("57P") ? Optional.of(DatabaseTrouble.AWAY) : byCategory();
        };
    }

    private Optional<DatabaseTrouble> byCategory() {
        return switch (category()) {
            case "08" -> Optional.of(DatabaseTrouble.AWAY);
            case "28", "3D" -> Optional.of(DatabaseTrouble.REFUSES_US);
            case "58" -> Optional.of(DatabaseTrouble.DAMAGED);
            default -> Optional.empty();
        };
    }

    boolean isHeld() {
        return code.equals("55P03");
    }

    /** Whether the same question may be answered at another time. */
    boolean isWorthAnotherTry() {
        return trouble().isPresent() || WORTH_ANOTHER_TRY.contains(category());
    }

    private String category() {
        return code.substring(0, Math.min(2, code.length()));
    }
}
