package com.newgroktimes.digest.rendering;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the settings make of our mails. */
@Configuration(proxyBeanMethods = false)
class LookConfiguration {

    @Bean
    Look look(LookSettings settings) {
        return settings.look();
    }
}
