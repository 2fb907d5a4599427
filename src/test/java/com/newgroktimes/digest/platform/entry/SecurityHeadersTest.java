package com.newgroktimes.digest.platform.entry;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

import com.newgroktimes.digest.platform.Publication;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersTest {

    /** RFC 6797 §7.2: over http nobody is told, since whoever tries the service on their own machine would be locked out. */
    @ParameterizedTest
    @CsvSource({"https://digest.example.org, true", "http://localhost:8080, false"})
    void onlyOverHttpsIsItAskedFor(URI base, boolean told) {
        Publication publication = new Publication("Gazette", "", "", ZoneId.of("UTC"), base, base, List.of());
        MockHttpServletResponse response = new MockHttpServletResponse();

        new SecurityHeaders(publication).write(response);

        assertThat(response.containsHeader("Strict-Transport-Security")).isEqualTo(told);
        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
    }
}
