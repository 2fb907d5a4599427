package com.newgroktimes.digest.journeys;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.HtmlChecker;
import com.newgroktimes.digest.testing.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page for readers, in each of its states, is HTML as the standard has it; and so is what other sites copy from us. */
@Tag("browser")
@DigestTest
class ValidPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory service;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void everyPageIsValid(String language) {
        Map<String, String> served = new LinkedHashMap<>();
        try (Chromium chromium = new Chromium();
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setLocale(language))) {
            Page page = context.newPage();
            Deque<Response> loaded = new ArrayDeque<>();
            page.onResponse(response -> {
                if (response.request().isNavigationRequest()) {
                    loaded.add(response);
                }
            });
            Consumer<String> keep = state -> {
                page.waitForLoadState();
                served.put(state, loaded.getLast().text());
            };
            ReadersPages.ofEveryone(service, port, language).each(page, keep);
            ReadersPages.withAnEdition(service, port, language).each(page, keep);
            ReadersPages.afterManyTries(service, port, language).each(page, keep);
        }
        for (String form : List.of("plain", "scripted")) {
            served.put(
                    "the form to copy, " + form,
                    "<!doctype html><html lang=\"" + language + "\"><title>Blog</title>"
                            + new Visitor(port, language)
                                    .opens("/embed")
                                    .html()
                                    .select("textarea#" + form)
                                    .text());
        }

        assertThat(served).hasSizeGreaterThan(50);
        assertThat(HtmlChecker.faults(served)).isEmpty();
    }

    @Test
    void whatIsNotWouldBeSeen() {
        String page = "<!doctype html><html lang=\"en\"><title>Page</title>";

        assertThat(HtmlChecker.faults(Map.of("good", page + "<p>Yes", "bad", page + "<p id=a><i id=a>No")))
                .anySatisfy(fault -> assertThat(fault).startsWith("bad: ").contains("Duplicate ID"))
                .allSatisfy(fault -> assertThat(fault).startsWith("bad: "));
    }
}
