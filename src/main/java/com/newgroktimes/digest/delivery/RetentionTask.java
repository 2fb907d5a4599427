package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.testsend.PastTests;

/** Drops, once a day, the ledger of editions that ended long ago, and tests that are as old. */
@Configuration(proxyBeanMethods = false)
class RetentionTask {

    private static final Logger log = LoggerFactory.getLogger(RetentionTask.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);

    @Bean
    Task<Void> dropOldLedgers(
            DeliveryLedger ledger,
            RunTable runs,
            ObjectProvider<PastTests> tests, // which know the readers, who know the scheduler, which knows this task
            RetentionSettings settings,
            Clock clock) {
        return Tasks.recurring("drop-old-ledgers", new Daily(ZoneOffset.UTC, AT_NIGHT))
                .execute((task, context) -> {
                    Instant before = clock.instant().minus(settings.deliveries());
                    drop(ledger, runs, before);
                    tests.getObject().tidy(before);
                });
    }

    private static void drop(DeliveryLedger ledger, RunTable runs, Instant endedBefore) {
        for (int edition : runs.endedBefore(endedBefore)) {
            ledger.drop(edition);
            log.info("The ledger of edition {} is dropped; its totals stay.", edition);
        }
    }
}
