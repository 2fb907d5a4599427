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
        mail.marks().forEach((name, mark) -> {
            if (made.subject().contains(mark)) {
                throw Templates.broken(
                        mail.name() + "/subject.ftl",
                        1,
                        "A subject is the same for all readers, and ${%s} is each one's own.".formatted(name));
            }
            demandAsItIs(made.text(), mark, mail.name() + "/text.ftl", name);
            demandAsItIs(made.html(), mark, mail.name() + "/html.mjml.ftlh", name);
        });
        mail.links().forEach((name, link) -> {
            demand(made.text(), link, mail.name() + "/text.ftl", name);
            demand(made.html(), link, mail.name() + "/html.mjml.ftlh", name);
        });
    }

    /** What is changed is not found again when a reader's own is to go into its place. */
    private static void demandAsItIs(String part, String mark, String file, String name) {
        if (part.replace(mark, "").toLowerCase(Locale.ROOT).contains(mark)) {
            throw Templates.broken(file, 1, "It changes ${%s}, which can only be printed as it is.".formatted(name));
        }
    }

    private static void demand(String part, String link, String file, String name) {
        if (!part.contains(link)) {
            throw Templates.broken(file, 1, "${%s} is nowhere in what it makes, and readers need it.".formatted(name));
        }
    }
}
