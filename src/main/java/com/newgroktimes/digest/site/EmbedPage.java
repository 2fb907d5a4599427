package com.newgroktimes.digest.site;

import java.util.Locale;
import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import com.newgroktimes.digest.subscribers.SubscriberSettings;

/** The form to copy into another site: plain, and with a script that tells what became of it in its place. */
@Controller
class EmbedPage {

    /** Pages of ours run no script; this one has buttons that copy. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final SubscriberSettings settings;

    EmbedPage(SubscriberSettings settings) {
        this.settings = settings;
    }

    /** @param source where the form is to stand: one that the settings name */
    @GetMapping("/embed")
    ModelAndView show(@RequestParam(defaultValue = "") String source, HttpServletResponse response, Locale locale) {
        response.setHeader("Content-Security-Policy", POLICY);
        String named = source.isBlank() && !settings.sources().isEmpty()
                ? settings.sources().get(0)
                : settings.source(source.isBlank() ? "other" : source);
        return new ModelAndView(
                "site/embed",
                Map.of("source", named, "sources", settings.sources(), "language", locale.toLanguageTag()));
    }
}
