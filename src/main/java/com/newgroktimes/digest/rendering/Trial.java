package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Locale;

import com.newgroktimes.digest.platform.Problem;

/** Makes every mail there is, in every language, from templates that nobody has used yet. */
final class Trial {

    private final List<SampleMails> samples;
    private final Words words;

    Trial(List<SampleMails> samples, Words words) {
        this.samples = samples;
        this.words = words;
    }

    /** @throws Problem with the first fault that is found: what, in which file, on which line */
    void of(TemplateSet set) {
        set.parse();
        for (String language : words.languages()) {
            Locale locale = Locale.forLanguageTag(language);
            for (SampleMails mails : samples) {
                mails.in(locale).forEach(mail -> make(set, mail, locale));
            }
        }
    }

    private static void make(TemplateSet set, SampleMail mail, Locale locale) {
        RenderedMail made = set.render(mail.name(), mail.model(), locale);
        mail.links().forEach((name, link) -> {
            demand(made.text(), link, mail.name() + "/text.ftl", name);
            demand(made.html(), link, mail.name() + "/html.mjml.ftlh", name);
        });
    }

    private static void demand(String part, String link, String file, String name) {
        if (!part.contains(link)) {
            throw Templates.broken(file, 1, "${%s} is nowhere in what it makes, and readers need it.".formatted(name));
        }
    }
}
