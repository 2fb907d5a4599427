package com.newgroktimes.digest.editions;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Problem;

import static com.newgroktimes.digest.platform.Problem.Kind.CONFLICT;

/** Fetches a week's stories from every source and makes its edition: by schedule, or when an operator asks for it. */
@Component
public class PrepareEdition {

    private static final Logger log = LoggerFactory.getLogger(PrepareEdition.class);

    private final JobOperator jobs;
    private final JobRepository repository;
    private final Job prepareEdition;
    private final Editions editions;

    PrepareEdition(
            JobOperator jobs,
            JobRepository repository,
            @Qualifier(PrepareEditionJob.NAME) Job prepareEdition,
            Editions editions) {
        this.jobs = jobs;
        this.repository = repository;
        this.prepareEdition = prepareEdition;
        this.editions = editions;
    }

    /**
     * Ends when the edition is DRAFT or READY. Never to be called inside a transaction.
     *
     * @param week {@code 2026-W48}, {@code current} or {@code last} (the last closed one)
     * @throws Problem where there is no story, or no edition can be made of that week
     */
    public Edition run(String week) {
        JobParameters parameters = new JobParametersBuilder()
                .addString(PrepareEditionJob.WEEK, editions.week(week))
                .addLong(PrepareEditionJob.ATTEMPT, nextAttempt())
                .toJobParameters();
        JobExecution execution = start(parameters);
        if (!execution.getAllFailureExceptions().isEmpty()) {
            throw failure(execution);
        }
        int number = execution.getExecutionContext().getInt(PrepareEditionJob.EDITION);
        log.info("Prepared edition {}.", number);
        return editions.get(number);
    }

    // Every attempt is a job instance of its own, so that one which died half-way blocks no other.
    private long nextAttempt() {
        @Nullable JobInstance last = repository.getLastJobInstance(PrepareEditionJob.NAME);
        return last == null ? 1 : last.getInstanceId() + 1;
    }

    private JobExecution start(JobParameters parameters) {
        try {
            return jobs.start(prepareEdition, parameters);
        } catch (JobExecutionAlreadyRunningException e) {
            throw new Problem(
                            CONFLICT,
                            "Already fetching",
                            "The stories of that week are being fetched just now. Look at the edition in a moment.")
                    .inWords("fetching");
        } catch (JobExecutionException e) {
            throw new IllegalStateException("The job prepareEdition did not start with " + parameters + ".", e);
        }
    }

    private static RuntimeException failure(JobExecution execution) {
        Throwable first = execution.getAllFailureExceptions().get(0);
        return first instanceof Problem problem
                ? problem
                : new IllegalStateException("The job prepareEdition failed: " + first.getMessage(), first);
    }
}
