package com.newgroktimes.digest.platform.settings;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.platform.StartRefused;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAddressTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void anAddressThatIsNotTheDriversIsRefusedWithoutItsPassword() {
        environment.setProperty("spring.datasource.url", "postgres://digest:hidden@db.example.org/digest");

        assertThat(DatabaseAddress.refusal(environment)
                        .map(StartRefused::getMessage)
                        .orElseThrow())
                .contains("postgres://…@db.example.org/digest", "jdbc:postgresql://db.example.org/digest")
                .doesNotContain("hidden");
    }

    @Test
    void noneIsOurOwnDatabase() {
        assertThat(DatabaseAddress.refusal(environment)).isEmpty();
        assertThat(DatabaseAddress.refusal(environment.withProperty("spring.datasource.url", "")))
                .isEmpty();
    }
}
