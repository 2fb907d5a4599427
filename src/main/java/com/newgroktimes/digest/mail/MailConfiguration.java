package com.newgroktimes.digest.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;

/** The settings as addresses and as a way to the relay. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    OurAddresses ourAddresses(MailSettings settings) {
        return settings.addresses();
    }

    @Bean
    @Profile("!demo")
    Route route(ObjectProvider<JavaMailSenderImpl> configured, OurAddresses ours) {
        return ConfiguredRoute.of(configured.getIfAvailable(), ours.from().domain());
    }

    @Bean(destroyMethod = "close")
    Relay relay(Route route) {
        return new Relay(route, Patience.STANDARD);
    }
}
