package com.newgroktimes.digest.delivery;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.mail.MailOperators;
import com.newgroktimes.digest.mail.dns.Resolver;

/** The operators of readers' domains, as the settings have them found. */
@Configuration(proxyBeanMethods = false)
class MailOperatorsConfiguration {

    @Bean(destroyMethod = "close")
    MailOperators mailOperators(DeliverySettings settings, Clock clock) {
        return new MailOperators(settings.mxLookups(), resolver(settings.mxNameServer()), clock);
    }

    private static Resolver resolver(@Nullable String server) {
        return server == null || server.isBlank() ? Resolver.ofTheSystem() : Resolver.of(server);
    }
}
