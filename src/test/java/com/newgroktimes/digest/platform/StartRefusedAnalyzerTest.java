package com.newgroktimes.digest.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusedAnalyzerTest {

    private static final String POSTAL_ADDRESS = "--digest.publication.postal-address=1 Example Street";

    @EnableConfigurationProperties(PlatformSettings.class)
    static class SettingsAlone {}

    @Test
    void aSettingThatBreaksARuleOfOursIsNamedWithValueReasonAndRemedy(CapturedOutput output) {
        start("--digest.base-url=gopher://digest.example.org", POSTAL_ADDRESS);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "digest.base-url", "gopher://digest.example.org")
                .contains("it must begin with https:// or http://", "DIGEST_BASE_URL")
                .doesNotContain("\tat ");
    }

    @Test
    void aSettingOfTheWrongTypeIsNamedWithValueAndReason(CapturedOutput output) {
        start(
                "--digest.base-url=https://digest.example.org",
                POSTAL_ADDRESS,
                "--digest.publication.time-zone=Mars/Olympus");

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "digest.publication.time-zone",
                        "Mars/Olympus",
                        "Unknown time-zone")
                .doesNotContain("\tat ");
    }

    private static void start(String... settings) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(SettingsAlone.class)
                        .web(WebApplicationType.NONE)
                        .run(settings))
                .isInstanceOf(RuntimeException.class);
    }
}
