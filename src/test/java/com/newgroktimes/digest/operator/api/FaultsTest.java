package com.newgroktimes.digest.operator.api;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;

import com.newgroktimes.digest.platform.PossibleMethods;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsTest {

    static Exception[] awayAsWeMeetIt() {
        return new Exception[] {
            new CannotCreateTransactionException("no connection"), new DataAccessResourceFailureException("cut off")
        };
    }

    @ParameterizedTest
    @MethodSource("awayAsWeMeetIt")
    void aDatabaseThatIsAwayIsNoFaultOfOurs(Exception away) {
        Fault fault = new Faults(new PossibleMethods(List.of()))
                .of(away, new MockHttpServletRequest("GET", "/api/v1/editions"));

        assertThat(fault.status().value()).isEqualTo(503);
        assertThat(fault.detail()).contains("The database does not answer");
    }
}
