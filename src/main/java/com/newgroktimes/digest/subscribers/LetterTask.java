package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.subscribers.LetterPost.NotTaken;

/** How a letter that is owed outlives a crash and a relay that is away. */
@Configuration(proxyBeanMethods = false)
class LetterTask {

    private static final Logger log = LoggerFactory.getLogger(LetterTask.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    /** Whoever has waited for a confirmation longer than this has asked again, or does not want it any more. */
    private static final Duration WORTH_BRINGING = Duration.ofDays(3);

    @Bean
    CustomTask<Letter> letters(LetterPost post, RightOfWay rightOfWay, TransactionTemplate transaction) {
        return Tasks.custom(LetterQueue.TASK)
                .onFailure(backOff())
                .execute((letter, context) -> rightOfWay.letter(() -> bring(letter.getData(), post, transaction)));
    }

    /** That a relay is away is no accident: thrown on, the scheduler would log it with a stack trace, for each letter and each try. */
    private static CompletionHandler<Letter> bring(Letter letter, LetterPost post, TransactionTemplate transaction) {
        try {
            Runnable note = post.bring(letter);
            return (done, task) -> transaction.executeWithoutResult(begun -> {
                note.run();
                task.remove();
            });
        } catch (NotTaken later) {
            log.warn(later.getMessage());
            return (done, task) -> backOff().onFailure(failed(done, later), task);
        }
    }

    private static ExecutionComplete failed(ExecutionComplete done, NotTaken why) {
        Instant began = done.getTimeDone().minus(done.getDuration());
        return ExecutionComplete.failure(done.getExecution(), began, done.getTimeDone(), why);
    }

    private static FailureHandler<Letter> backOff() {
        return (failed, task) -> {
            Letter letter = (Letter) failed.getExecution().taskInstance.getData();
            if (failed.getTimeDone().isAfter(letter.asked().plus(WORTH_BRINGING))) {
                giveUp(letter, task);
            } else {
                task.reschedule(failed, nextTry(failed));
            }
        };
    }

    private static void giveUp(Letter letter, ExecutionOperations<Letter> task) {
        log.warn(
                "The {} letter to subscriber {} could not be brought for {} days and is given up.",
                letter.occasion(),
                letter.subscriber(),
                WORTH_BRINGING.toDays());
        task.remove();
    }

    private static Instant nextTry(ExecutionComplete failed) {
        int doublings = Math.min(failed.getExecution().consecutiveFailures, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return failed.getTimeDone().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
