package com.newgroktimes.digest.rendering;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/**
 * The mails' templates: {@code mail-templates/<name>/subject.ftl}, {@code text.ftl} and {@code html.mjml.ftlh}. HTML goes through
 * MJML, text is wrapped at 72 columns. Every run is counted ({@code digest.template.runs}).
 */
@Component
public class MailTemplates implements AutoCloseable {

    private static final long LOOK_SECONDS = 2;

    private final TemplatesInUse templates;
    private final MeterRegistry meters;
    private final @Nullable Thread watch;

    MailTemplates(
            Publication publication,
            Words words,
            Look look,
            RenderingSettings settings,
            List<SampleMails> samples,
            MeterRegistry meters) {
        var common = new CommonModel(publication, words, look);
        this.templates = new TemplatesInUse(
                settings.templates(), common, new Trial(samples, words), Duration.ofSeconds(LOOK_SECONDS));
        this.meters = meters;
        templates.now();
        watch = settings.templates() == null ? null : watching();
    }

    private Thread watching() {
        var thread = new Thread(this::watch, "templates");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Whoever edits a template sees in the log what came of it, whether or not a mail is made. */
    private void watch() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(LOOK_SECONDS);
                templates.now();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @param model what the templates name; beside it they have {@code publication}, {@code style}, {@code lang}, {@code dir} and
     *              {@code msg("key", args…)} from the message bundles of that language
     * @throws com.newgroktimes.digest.platform.Problem that names file and line where a template is wrong
     */
    public RenderedMail render(String name, Map<String, ?> model, Locale locale) {
        count(name);
        return templates.now().render(name, model, locale);
    }

    /** The same for readers who want plain text alone: without HTML, which is empty. */
    public RenderedMail renderText(String name, Map<String, ?> model, Locale locale) {
        count(name);
        return templates.now().renderText(name, model, locale);
    }

    /** SHA-256, in hex, over every file and word that a mail of this name is made from. */
    public String hash(String name) {
        return templates.now().hash(name);
    }

    /** What of the publication's own is not used, and why. */
    public Optional<RefusedTemplates> refused() {
        return templates.refused();
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.interrupt();
        }
    }

    private void count(String name) {
        meters.counter("digest.template.runs", "template", name).increment();
    }
}
