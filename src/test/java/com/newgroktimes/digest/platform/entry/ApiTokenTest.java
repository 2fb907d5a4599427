package com.newgroktimes.digest.platform.entry;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.platform.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiTokenTest {

    private static final String LONG_ENOUGH = "0123456789abcdef0123456789abcdef";

    @Test
    void onlyTheTokenItselfOpens() {
        ApiToken token = new ApiToken(new OperatorSettings(LONG_ENOUGH));

        assertThat(token.is(LONG_ENOUGH)).isTrue();
        assertThat(token.is(LONG_ENOUGH + "0")).isFalse();
        assertThat(token.is("")).isFalse();
    }

    /** Whoever asks is told only what to send: how this service is set up is for those who read its log. */
    @Test
    void withoutATokenNothingOpens() {
        ApiToken token = new ApiToken(new OperatorSettings(null));

        assertThat(token.is("")).isFalse();
    }

    @Test
    void aShortTokenStopsTheStartAndIsNotPrinted() {
        assertThatThrownBy(() -> new OperatorSettings("too-short"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("digest.operator.api-token", "9 characters", "32")
                .hasMessageNotContaining("too-short");
    }

    @Test
    void aTokenIsNotPrintedWithTheSettings() {
        assertThat(new OperatorSettings(LONG_ENOUGH).toString()).doesNotContain(LONG_ENOUGH);
    }
}
