package com.newgroktimes.digest.rendering;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/**
 * The mails' templates: {@code mail-templates/<name>/subject.ftl}, {@code text.ftl} and {@code html.mjml.ftlh}. HTML goes through
 * MJML, text is wrapped at 72 columns. Every run is counted ({@code digest.template.runs}).
 */
@Component
public class MailTemplates {

    private final Publication publication;
    private final Words words;
    private final MeterRegistry meters;
    private final @Nullable Path own;
    private final Templates templates;

    MailTemplates(Publication publication, Words words, RenderingSettings settings, MeterRegistry meters) {
        this.publication = publication;
        this.words = words;
        this.meters = meters;
        this.own = settings.templates();
        this.templates = new Templates(TemplateFiles.loader(own));
    }

    /**
     * @param model what the templates name; beside it they have {@code publication}, {@code lang}, {@code dir} and
     *              {@code msg("key", args…)} from the message bundles of that language
     * @throws com.newgroktimes.digest.platform.Problem that names file and line where a template is wrong
     */
    public RenderedMail render(String name, Map<String, ?> model, Locale locale) {
        RenderedMail text = renderText(name, model, locale);
        String file = name + "/html.mjml.ftlh";
        String mjml = templates.run(file, withOurs(model, locale), spoken(locale));
        String html = Mjml.toHtml(file, mjml, spoken(locale).toLanguageTag(), direction(locale));
        return new RenderedMail(text.subject(), text.text(), html);
    }

    /** The same for readers who want plain text alone: without HTML, which is empty. */
    public RenderedMail renderText(String name, Map<String, ?> model, Locale locale) {
        meters.counter("digest.template.runs", "template", name).increment();
        Map<String, ?> all = withOurs(model, locale);
        String subject =
                templates.run(name + "/subject.ftl", all, spoken(locale)).strip();
        if (subject.lines().count() != 1) {
            throw Templates.broken(
                    name + "/subject.ftl", 1, "A subject is one line, and this makes \"" + subject + "\".");
        }
        String text = templates.run(name + "/text.ftl", all, spoken(locale));
        return new RenderedMail(subject, PlainText.wrap(text), "");
    }

    /** SHA-256, in hex, over every file and word that a mail of this name is made from. */
    public String hash(String name) {
        return TemplateHash.of(name, own, words);
    }

    private Map<String, ?> withOurs(Map<String, ?> model, Locale locale) {
        var all = new HashMap<String, Object>(model);
        all.put("publication", publication);
        all.put("lang", spoken(locale).toLanguageTag());
        all.put("dir", direction(locale));
        all.put("msg", new WordsInTemplates(words));
        return all;
    }

    private String direction(Locale locale) {
        return words.text("dir", locale);
    }

    private Locale spoken(Locale locale) {
        return words.closest(locale);
    }
}
