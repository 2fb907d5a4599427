package com.newgroktimes.digest.platform;

import java.nio.file.Path;
import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** What the settings say, in the types that everyone else works with. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PlatformConfiguration.class);

    @Bean
    Publication publication(PlatformSettings settings) {
        return settings.asPublication();
    }

    @Bean
    Clock clock(PlatformSettings settings) {
        if (settings.clockOffset().isZero()) {
            return Clock.systemUTC();
        }
        Clock shifted = Clock.offset(Clock.systemUTC(), settings.clockOffset());
        log.warn(
                "REHEARSAL: the clock is shifted by {} (digest.clock-offset). This service believes it is {}.",
                settings.clockOffset(),
                shifted.instant());
        return shifted;
    }

    @Bean
    DataDirectory dataDirectory(PlatformSettings settings) {
        return DataDirectory.at(settings.dataDirectory());
    }

    @Bean
    Keys keys(PlatformSettings settings, DataDirectory data, KeyRegister register) {
        Path given = settings.secretFile();
        return register.admit(new SecretFile(given == null ? data.resolve("secrets") : given.toAbsolutePath()));
    }

    /** A number where a text is asked for is a slip of the caller's, to be named and not to be guessed at. */
    @Bean
    JsonMapperBuilderCustomizer textIsText() {
        return json -> json.withCoercionConfig(
                LogicalType.Textual,
                texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** Else whoever wants no transaction, since other sites take their time, would keep a connection from its first statement on. */
    @Bean
    TransactionManagerCustomizer<AbstractPlatformTransactionManager> connectionsForTransactionsAlone() {
        return transactions -> transactions.setTransactionSynchronization(
                AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }
}
