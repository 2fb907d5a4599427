package com.newgroktimes.digest.delivery.run;

import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Executions that Spring Batch believes to be running because their process died. */
@Component
final class LeftoverExecutions {

    private static final Logger log = LoggerFactory.getLogger(LeftoverExecutions.class);

    private final JobRepository repository;
    private final JobOperator jobs;

    LeftoverExecutions(JobRepository repository, JobOperator jobs) {
        this.repository = repository;
        this.jobs = jobs;
    }

    /** Only under the run's lock: recovering one whose thread still lives leaves it UNKNOWN for good. */
    void recover(int edition) {
        repository.findRunningJobExecutions(SendEditionJob.NAME).stream()
                .filter(execution -> isOf(edition, execution))
                .forEach(this::recover);
    }

    private static boolean isOf(int edition, JobExecution execution) {
        return Objects.equals(execution.getJobParameters().getLong(SendEditionJob.EDITION), (long) edition);
    }

    private void recover(JobExecution execution) {
        try {
            jobs.recover(execution);
        } catch (RuntimeException e) {
            // The ledger is the truth: the next attempt is another job instance, and needs nothing of this one.
            log.warn("Execution {} of Spring Batch stays as it is: {}", execution.getId(), e.getMessage());
        }
    }
}
