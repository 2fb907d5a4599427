package com.newgroktimes.digest.subscribers;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.subscribers.AskingQueue.Turn;

/** How an asking keeps its pace, and outlives a crash: a few readers a turn, and each turn sets the time of the next. */
@Configuration(proxyBeanMethods = false)
class AskingTask {

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    @Bean
    CustomTask<Turn> askings(
            ObjectProvider<AskingTurn> turns, // which owe letters to the scheduler, which knows this task
            SubscriberSettings settings) {
        AskingPace pace = new AskingPace(settings.askPerMinute());
        return Tasks.custom(AskingQueue.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .execute((turn, context) -> take(turns.getObject(), turn.getData(), pace));
    }

    private static CompletionHandler<Turn> take(AskingTurn turn, Turn of, AskingPace pace) {
        if (turn.ask(of.asking(), pace.aTurn()) < pace.aTurn()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        return (done, task) -> task.reschedule(done, done.getTimeDone().plus(pace.between()));
    }
}
