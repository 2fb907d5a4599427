package com.newgroktimes.digest.operator.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.Outbox;
import com.newgroktimes.digest.platform.DataDirectory;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Subscribers;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    Demo demo(
            Publication publication,
            DataDirectory data,
            Stories stories,
            Editions editions,
            Subscribers subscribers,
            Deliveries deliveries,
            Outbox outbox,
            SignInLinks links) {
        return new Demo(
                new SampleWeeks(data.directory("stories"), stories, editions, publication.timeZone()),
                new DemoReaders(subscribers, new CaughtLinks(outbox)),
                new DemoEditions(editions, deliveries, publication.timeZone()),
                new Signposts(publication, links, data.root()));
    }
}
