package com.newgroktimes.digest.subscribers;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.platform.Slack;

/**
 * Asks those who wait, and were never asked here, to confirm: readers whom an import brought. It is an act of its own, for one
 * number of people and at a pace of its own; an import alone mails nobody.
 */
@Component
public class Askings {

    private static final Logger log = LoggerFactory.getLogger(Askings.class);

    private final AskingTable table;
    private final AskingQueue queue;

    Askings(AskingTable table, AskingQueue queue) {
        this.table = table;
        this.queue = queue;
    }

    /**
     * @param importNumber whose readers; null: everybody who waits and was never asked
     * @param recipients   how many whoever says so expects them to be
     */
    @Transactional
    public Asking ask(@Nullable Long importNumber, long recipients, String by) {
        requireImport(importNumber);
        refuseOtherNumber(recipients, table.countWaiting(importNumber));
        long number = begin(importNumber, by);
        queue.add(number);
        Asking asking = table.find(number);
        log.info("Asking {} by {}: {} readers are asked to confirm", number, by, asking.recipients());
        return asking;
    }

    private long begin(@Nullable Long importNumber, String by) {
        try {
            return table.begin(importNumber, by);
        } catch (DuplicateKeyException e) {
            throw new Problem(
                    Kind.CONFLICT,
                    "Already asking",
                    "Others are being asked to confirm at this moment. Wait until that is over, or stop it. Nobody was asked.");
        }
    }

    private void requireImport(@Nullable Long importNumber) {
        if (importNumber != null && !table.knowsImport(importNumber)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "No such import",
                    "There is no import %d. The answer to an import has its number. Nobody was asked."
                            .formatted(importNumber));
        }
    }

    private static void refuseOtherNumber(long recipients, long now) {
        if (now == 0 || !Slack.allows(recipients, now)) {
            throw new Problem(
                            Kind.CONFLICT,
                            "The number of recipients is another",
                            "%,d wait and were never asked; you said %,d. Look again. Nobody was asked."
                                    .formatted(now, recipients))
                    .with("recipients", Map.of("expected", recipients, "actual", now));
        }
    }

    /** Those whose letter is owed already get it. */
    @Transactional
    public Asking stop(String by) {
        Asking asking = table.latest()
                .filter(Asking::isUnderWay)
                .orElseThrow(() -> new Problem(
                        Kind.CONFLICT, "Nobody is being asked", "There is nothing to stop. Nothing was changed."));
        table.stop(asking.number());
        log.info("Asking {} was stopped by {}", asking.number(), by);
        return table.find(asking.number());
    }

    /** How many wait and were never asked, of one import or of all. */
    @Transactional(readOnly = true)
    public long waiting(@Nullable Long importNumber) {
        return table.countWaiting(importNumber);
    }

    @Transactional(readOnly = true)
    public Optional<Asking> latest() {
        return table.latest();
    }
}
