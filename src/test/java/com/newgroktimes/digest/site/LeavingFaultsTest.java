package com.newgroktimes.digest.site;

import java.util.ArrayList;
import java.util.List;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.newgroktimes.digest.site.LegacyLinkSettings.OldForm;
import com.newgroktimes.digest.subscribers.CouldNotLeave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever could not leave is counted, also where no page was asked yet. */
class LeavingFaultsTest {

    private final List<Object> told = new ArrayList<>();
    private final LeavingFaults faults =
            new LeavingFaults(told::add, new LegacyLinkSettings(List.of(new OldForm("/old/{key}"))));

    @Test
    void aFaultBeforeAnyPageCounts() {
        FilterChain broken = (request, response) -> {
            throw new ServletException("broken on purpose");
        };

        assertThatThrownBy(() -> asks("POST", "/u/token", broken)).isInstanceOf(ServletException.class);
        assertThatThrownBy(() -> asks("POST", "/old/key", broken)).isInstanceOf(ServletException.class);
        assertThat(told).hasOnlyElementsOfType(CouldNotLeave.class).hasSize(2);
    }

    @Test
    void anErrorAsAnswerCountsAndOthersDoNot() throws Exception {
        asks("POST", "/u/token", (request, response) -> ((MockHttpServletResponse) response).sendError(500));
        asks("POST", "/u/token", (request, response) -> {});
        asks("GET", "/u/token", (request, response) -> ((MockHttpServletResponse) response).sendError(500));
        asks("POST", "/leave", (request, response) -> ((MockHttpServletResponse) response).sendError(500));

        assertThat(told).hasSize(1);
    }

    private void asks(String method, String path, FilterChain chain) throws Exception {
        faults.doFilter(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), chain);
    }
}
