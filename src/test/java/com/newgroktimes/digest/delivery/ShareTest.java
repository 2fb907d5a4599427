package com.newgroktimes.digest.delivery;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShareTest {

    @Test
    void isReadAsSettingsSayIt() {
        assertThat(Share.valueOf("2%")).isEqualTo(new Share(0.02));
        assertThat(Share.valueOf(" 0.5 % ")).isEqualTo(new Share(0.005));
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> Share.valueOf("2")).hasMessageContaining("percent sign");
        assertThatThrownBy(() -> Share.valueOf("200%")).hasMessageContaining("between");
        assertThatThrownBy(() -> Share.valueOf("NaN%")).hasMessageContaining("between");
    }

    @Test
    void exactlyTheShareIsNotAboveIt() {
        assertThat(new Share(0.02).isExceededBy(2, 100)).isFalse();
        assertThat(new Share(0.02).isExceededBy(3, 100)).isTrue();
        assertThat(new Share(0.02).isExceededBy(0, 0)).isFalse();
    }
}
