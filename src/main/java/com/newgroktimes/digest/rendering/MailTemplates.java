package com.newgroktimes.digest.rendering;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * The mails' templates: {@code mail-templates/<name>/subject.ftl}, {@code text.ftl} and {@code html.mjml.ftlh}. HTML goes through
 * MJML. Every run is counted ({@code digest.template.runs}).
 */
@Component
public class MailTemplates {

    /**
     * @param model what the templates name; beside it they have {@code publication}, {@code lang}, {@code dir} and
     *              {@code msg("key", args…)} from the message bundles of that language
     */
    public RenderedMail render(String name, Map<String, ?> model, Locale locale) {
        throw new UnsupportedOperationException();
    }
}
