package com.newgroktimes.digest.editions;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.stories.PicturesElsewhere.Again;

/**
 * Looks every minute whether the date of a story has come, and whether open editions have stories whose pictures nobody has asked for:
 * those that were collected meanwhile, or are back.
 */
@Configuration(proxyBeanMethods = false)
class DueStoriesTask {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    Task<Void> takeDueStories(ObjectProvider<DueStories> due, ObjectProvider<EditionPictures> pictures) {
        return Tasks.recurring("take-due-stories", FixedDelay.of(EVERY)).execute((task, context) -> {
            due.getObject().take();
            pictures.getObject().complete(Again.NEVER);
        });
    }
}
