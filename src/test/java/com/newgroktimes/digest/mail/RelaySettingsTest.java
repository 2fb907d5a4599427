package com.newgroktimes.digest.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.platform.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;

class RelaySettingsTest {

    private static final String HOST = "spring.mail.host";
    private static final String PORT = "spring.mail.port";

    @ParameterizedTest
    @ValueSource(
            strings = {"relay.example.org", "localhost", "127.0.0.1", "::1", "[::1]", "2001:db8::25", "smtp_relay"})
    void aHostIsANameOrANetworkAddress(String host) {
        assertThat(RelayHost.refusal(given(HOST, host))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "relay.example.org:587",
        "relay.example.org:",
        "127.0.0.1:25",
        "[::1]:25",
        "smtp://relay.example.org:587",
        "smtp://relay.example.org:587/",
    })
    void aPortIsASettingOfItsOwn(String host) {
        assertThat(RelayHost.refusal(given(HOST, host)))
                .hasValueSatisfying(refused -> assertThat(refused)
                        .hasMessageContainingAll(
                                "spring.mail.host is \"" + host + "\"", "Give the port as spring.mail.port"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtps://relay.example.org",
                "//relay.example.org",
                "relay.example.org/",
                "relay.example.org ",
                "relay.example.org,other.example.org"
            })
    void aHostIsTheNameAlone(String host) {
        assertThat(RelayHost.refusal(given(HOST, host)))
                .hasValueSatisfying(refused -> assertThat(refused)
                        .hasMessageContaining("it must be the name of one mail server alone")
                        .hasMessageNotContaining("spring.mail.port"));
    }

    @Test
    void aPasswordInItIsNotPrinted() {
        assertThat(RelayHost.refusal(given(HOST, "smtp://digest:s3cr@t/@relay.example.org:25")))
                .map(StartRefused::getMessage)
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("smtp://…@relay.example.org:25")
                        .doesNotContain("s3cr", "t/@"));
    }

    @Test
    void theDemonstrationLooksAtNoHost() {
        MockEnvironment demo = given(HOST, "relay.example.org:587");
        demo.setActiveProfiles("demo");

        assertThat(RelayHost.refusal(demo)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "25", "587", " 465 ", "65535", ""})
    void aPortIsANumber(String port) {
        assertThat(RelayPort.refusal(given(PORT, port))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "65536", "70000", "99999999999", "25a", "25,587"})
    void whatIsNoPortIsRefused(String port) {
        assertThat(RelayPort.refusal(given(PORT, port)))
                .hasValueSatisfying(refused -> assertThat(refused)
                        .hasMessageContainingAll("spring.mail.port is \"" + port + "\"", "a number from 1 to 65535"));
    }

    private static MockEnvironment given(String name, String value) {
        return new MockEnvironment().withProperty(name, value);
    }
}
