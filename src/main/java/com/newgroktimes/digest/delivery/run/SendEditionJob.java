package com.newgroktimes.digest.delivery.run;

import java.util.Objects;
import java.util.function.Consumer;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.support.SimplePartitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.mail.Relays;

/** One attempt to send an edition, as Spring Batch runs it. What happened to each delivery is in the ledger; Batch's tables are progress. */
@Configuration(proxyBeanMethods = false)
class SendEditionJob {

    static final String NAME = "sendEdition";
    static final String EDITION = "edition";
    static final String ATTEMPT = "attempt";

    private final JobRepository repository;
    private final OpenRuns open;

    SendEditionJob(JobRepository repository, OpenRuns open) {
        this.repository = repository;
        this.open = open;
    }

    @Bean
    Job sendEdition(Step renderVariants, Step freezeAudience, Step offerDeliveries, Step reportOutcome) {
        return new JobBuilder(NAME, repository)
                .start(renderVariants)
                .next(freezeAudience)
                .next(offerDeliveries)
                .next(reportOutcome)
                .build();
    }

    @Bean
    Step renderVariants(Render render) {
        return once("renderVariants", render::variants);
    }

    @Bean
    Step freezeAudience(Freeze freeze) {
        return once("freezeAudience", freeze::audience);
    }

    @Bean
    Step offerDeliveries(Step connection, Relays relays, DeliverySettings settings) {
        return new StepBuilder("offerDeliveries", repository)
                .partitioner("connection", new SimplePartitioner())
                .step(connection)
                .gridSize(settings.connections(relays.all()))
                .taskExecutor(threadsOfTheirOwn())
                .build();
    }

    // The shared executor has eight threads and an endless queue: sixteen connections would run as eight. And not
    // virtual ones: until Java 24 the mail library's "synchronized" pins their carriers.
    private static TaskExecutor threadsOfTheirOwn() {
        return new SimpleAsyncTaskExecutor("connection-");
    }

    // No transaction, on purpose. A claim is committed before its message leaves and an outcome right after, by the
    // ledger's writer. In a chunk's transaction a rollback would undo the rows of mails that have gone, and they
    // would be sent again.
    @Bean
    Step connection(Senders senders) {
        return new StepBuilder("connection", repository)
                .tasklet((contribution, context) -> {
                    StepExecution step = context.getStepContext().getStepExecution();
                    Sender sender = run(context).sender(step.getStepName(), senders::on);
                    return RepeatStatus.continueIf(sender.offerForAWhile());
                })
                .transactionManager(new ResourcelessTransactionManager())
                .build();
    }

    @Bean
    Step reportOutcome(Report report) {
        return once("reportOutcome", report::outcome);
    }

    private Step once(String name, Consumer<Run> act) {
        return new StepBuilder(name, repository)
                .tasklet((contribution, context) -> {
                    act.accept(run(context));
                    return RepeatStatus.FINISHED;
                })
                .transactionManager(new ResourcelessTransactionManager())
                .build();
    }

    private Run run(ChunkContext context) {
        Object edition = context.getStepContext().getJobParameters().get(EDITION);
        return open.of(((Long) Objects.requireNonNull(edition)).intValue());
    }
}
