package com.newgroktimes.digest.delivery.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BestEffortTest {

    private static final Logger log = LoggerFactory.getLogger(BestEffortTest.class);

    static RuntimeException[] notTaken() {
        return new RuntimeException[] {
            new DataAccessResourceFailureException("cut off"),
            new CannotCreateTransactionException("no connection"),
            new TransactionSystemException("not committed")
        };
    }

    @ParameterizedTest
    @MethodSource
    void notTaken(RuntimeException fault) {
        assertThat(BestEffort.done(() -> fails(fault), log, "{} is not kept.", "It"))
                .isFalse();
    }

    @Test
    void aFaultOfOursIsNotPassedOver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BestEffort.done(
                        () -> fails(new IllegalStateException("a fault")), log, "{} is not kept.", "It"));
    }

    private static void fails(RuntimeException fault) {
        throw fault;
    }
}
