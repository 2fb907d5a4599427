package com.newgroktimes.digest.editions;

import java.util.function.Consumer;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.stories.Stories;

/** The job that makes a week's edition of whatever the sources have. It mails nobody. */
@Configuration(proxyBeanMethods = false)
class PrepareEditionJob {

    static final String NAME = "prepareEdition";
    static final String WEEK = "week";
    static final String ATTEMPT = "attempt";
    static final String EDITION = "edition";

    private final JobRepository repository;

    PrepareEditionJob(JobRepository repository) {
        this.repository = repository;
    }

    @Bean
    Job prepareEdition(Step collectStories, Step assembleEdition, Step checkEdition) {
        return new JobBuilder(NAME, repository)
                .start(collectStories)
                .next(assembleEdition)
                .next(checkEdition)
                .build();
    }

    @Bean
    Step collectStories(Stories stories) {
        return step("collectStories", job -> stories.collect());
    }

    @Bean
    Step assembleEdition(Editions editions) {
        return step("assembleEdition", job -> {
            String week = job.getJobParameters().getString(WEEK, "");
            Edition edition = editions.assemble(week).edition();
            job.getExecutionContext().putInt(EDITION, edition.number());
        });
    }

    @Bean
    Step checkEdition(Editions editions) {
        return step(
                "checkEdition", job -> editions.check(job.getExecutionContext().getInt(EDITION)));
    }

    private Step step(String name, Consumer<JobExecution> work) {
        return new StepBuilder(name, repository)
                .tasklet((contribution, context) -> {
                    work.accept(contribution.getStepExecution().getJobExecution());
                    return RepeatStatus.FINISHED;
                })
                // Stories and editions have their own transactions: a source that fails takes no others with it.
                .transactionManager(new ResourcelessTransactionManager())
                .build();
    }
}
