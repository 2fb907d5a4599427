package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import com.newgroktimes.digest.platform.Publication;

/**
 * Forgets who never confirmed, and who left so long ago that nobody can dispute any more that they had asked. Whoever must not be
 * written to is known for as long as that holds. A few hundred at a time, so that nobody waits for it.
 */
@Component
class Purge {

    private static final Logger log = LoggerFactory.getLogger(Purge.class);

    private final PastReaders past;
    private final Erasure erasure;
    private final LetterQueue letters;
    private final LegacyKeys oldLinks;
    private final KeepingSettings settings;
    private final ZoneId zone;
    private final TransactionOperations transaction;
    private final Clock clock;

    Purge(
            PastReaders past,
            Erasure erasure,
            LetterQueue letters,
            LegacyKeys oldLinks,
            KeepingSettings settings,
            Publication publication,
            TransactionOperations transaction,
            Clock clock) {
        this.past = past;
        this.erasure = erasure;
        this.letters = letters;
        this.oldLinks = oldLinks;
        this.settings = settings;
        this.zone = publication.timeZone();
        this.transaction = transaction;
        this.clock = clock;
    }

    void run() {
        eraseWhoWasErasedElsewhere();
        int unconfirmed = forgetUnconfirmed();
        int left = forgetWhoLeft();
        if (unconfirmed + left > 0) {
            log.info("Forgotten: {} who never confirmed, and {} who left long ago.", unconfirmed, left);
        }
    }

    /** Earlier releases kept the address of whoever a file called erased. */
    private void eraseWhoWasErasedElsewhere() {
        inBlocks(past::erasedByName, ids ->
                (int) ids.stream().filter(id -> erasure.erase(id, "retention")).count());
    }

    private int forgetUnconfirmed() {
        Set<Long> owed = letters.owed();
        Instant before = clock.instant().minus(settings.unconfirmed());
        return inBlocks(
                after -> past.unconfirmed(before, notMeIsOver(), after),
                ids -> drop(ids.stream().filter(id -> !owed.contains(id)).toList()));
    }

    private int drop(List<Long> ids) {
        oldLinks.forget(ids);
        return past.drop(ids);
    }

    /** Their mark stays: an old list must not bring them back. */
    private int forgetWhoLeft() {
        LocalDate firstDayThatCounts =
                LocalDate.ofInstant(clock.instant(), zone).withDayOfYear(1).minusYears(settings.evidenceYears());
        Instant before = firstDayThatCounts.atStartOfDay(zone).toInstant();
        return inBlocks(after -> past.left(before, notMeIsOver(), after), ids -> {
            ids.forEach(erasure::leaveAMark);
            return past.drop(ids);
        });
    }

    private Instant notMeIsOver() {
        return Etiquette.notMeIsOverWhereSaidBefore(clock.instant());
    }

    /**
     * @param next   those behind a number, or none
     * @param forget says how many it has forgotten
     */
    private int inBlocks(Function<Long, List<Long>> next, ToIntFunction<List<Long>> forget) {
        var forgotten = new AtomicInteger();
        long after = 0;
        while (true) {
            long behind = after;
            List<Long> block = Objects.requireNonNull(transaction.execute(status -> {
                erasure.awaitTurn();
                List<Long> ids = next.apply(behind);
                forgotten.addAndGet(forget.applyAsInt(ids));
                return ids;
            }));
            if (block.isEmpty()) {
                return forgotten.get();
            }
            after = block.get(block.size() - 1);
        }
    }
}
