package com.newgroktimes.digest.delivery.run;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.ledger.DeliveryMeter;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.Epochs;
import com.newgroktimes.digest.delivery.ledger.Epochs.Epoch;
import com.newgroktimes.digest.delivery.ledger.LedgerWriter;
import com.newgroktimes.digest.delivery.ledger.Outstanding;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.Relays;

/** One pass over an edition, from the lock to the report: everything in it happens while the lock is held. */
@Component
final class Attempt {

    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    private final OwnConnections connections;
    private final Epochs epochs;
    private final Outstanding outstanding;
    private final RunTable runs;
    private final DestinationBrakes brakes;
    private final DestinationTable destinations;
    private final Editions editions;
    private final Relays relays;
    private final DeliverySettings settings;
    private final Clock clock;
    private final OpenRuns open;
    private final LeftoverExecutions leftovers;
    private final JobOperator jobs;
    private final Job sendEdition;
    private final Report report;
    private final DeliveryMeter meter;

    Attempt(
            OwnConnections connections,
            Epochs epochs,
            Outstanding outstanding,
            RunTable runs,
            DestinationBrakes brakes,
            DestinationTable destinations,
            Editions editions,
            Relays relays,
            DeliverySettings settings,
            Clock clock,
            OpenRuns open,
            LeftoverExecutions leftovers,
            JobOperator jobs,
            @Qualifier("sendEdition") Job sendEdition,
            Report report,
            DeliveryMeter meter) {
        this.connections = connections;
        this.epochs = epochs;
        this.outstanding = outstanding;
        this.runs = runs;
        this.brakes = brakes;
        this.destinations = destinations;
        this.editions = editions;
        this.relays = relays;
        this.settings = settings;
        this.clock = clock;
        this.open = open;
        this.leftovers = leftovers;
        this.jobs = jobs;
        this.sendEdition = sendEdition;
        this.report = report;
        this.meter = meter;
    }

    void send(int edition, RunLock lock) {
        Epoch epoch = epochs.raise(lock.connection(), edition);
        leftovers.recover(edition);
        log.info("Edition {}: attempt {} begins.", edition, epoch.attempt());
        try (Run run = run(edition, epoch, lock)) {
            open.add(run);
            try {
                work(run);
            } finally {
                open.remove(run);
            }
        }
    }

    private Run run(int edition, Epoch epoch, RunLock lock) {
        int revision = editions.revision(edition);
        Gate gate = new Gate(
                lock,
                () -> new Course(
                        editions.state(edition),
                        runs.endsAt(edition).orElse(null),
                        editions.revision(edition) != revision),
                clock);
        Destinations found = new Destinations(
                destinations, brakes, edition, settings.connections(relays.all()), clock, System::nanoTime);
        return new Run(
                edition,
                epoch.attempt(),
                gate,
                new LedgerWriter(connections, edition, epoch.epoch(), clock, meter, gate::open),
                new Readahead(outstanding, edition, found, clock),
                found,
                Carriers.of(relays.all(), settings, clock),
                new SafetyStop(settings.safety(), clock.instant()));
    }

    private void work(Run run) {
        try {
            JobExecution execution = jobs.start(sendEdition, parameters(run));
            if (!execution.getAllFailureExceptions().isEmpty()) {
                report.failed(run, execution.getAllFailureExceptions());
            }
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The job of edition " + run.edition() + " did not start.", e);
        }
    }

    // Each attempt is a job instance of its own: an execution that Batch cannot restart never blocks an edition.
    private static JobParameters parameters(Run run) {
        return new JobParametersBuilder()
                .addLong(SendEditionJob.EDITION, (long) run.edition())
                .addLong(SendEditionJob.ATTEMPT, (long) run.attempt())
                .toJobParameters();
    }
}
