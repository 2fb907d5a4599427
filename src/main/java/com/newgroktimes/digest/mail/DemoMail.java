package com.newgroktimes.digest.mail;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import com.newgroktimes.digest.mail.catching.CatchingServer;
import com.newgroktimes.digest.mail.catching.MailFolder;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.DataDirectory;

/** In the demo, mail leaves by the same way as everywhere, and ends in a folder; {@code spring.mail.*} is not looked at. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMail {

    @Bean
    MailFolder caughtMail(DataDirectory data) {
        return new MailFolder(data.resolve("outbox"));
    }

    @Bean
    CatchingServer catchingServer(MailFolder folder) {
        return new CatchingServer(folder);
    }

    @Bean
    Route demoRoute(CatchingServer server, OurAddresses ours) {
        return Route.onLoopback(server.port(), ours.from().domain());
    }

    @Bean(destroyMethod = "close")
    Relays caughtRelays(Route demoRoute) {
        return MailConfiguration.relays(List.of(new Relay(demoRoute, Patience.STANDARD)));
    }

    @Bean
    Outbox outbox(MailFolder folder) {
        return new Outbox(folder);
    }
}
