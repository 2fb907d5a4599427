package com.newgroktimes.digest.subscribers;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.newgroktimes.digest.rendering.JarTemplates;
import com.newgroktimes.digest.rendering.RenderedMail;
import com.newgroktimes.digest.rendering.SampleMail;
import com.newgroktimes.digest.rendering.Words;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;

/** A single mail as its reader gets it: the sample, at the time and with the long links that readers' own have. */
record SpecimenLetter(LetterKind kind, String language) {

    private static final String TOKEN = "/AQECAAAAAAAAAAABkk1kk1kk1kk1kk1kk1kk1kk";
    private static final Instant ASKED = Instant.parse("2026-11-24T14:02:00Z");

    /** Each of them in every language. */
    static List<SpecimenLetter> all() {
        return Stream.of(LetterKind.values())
                .flatMap(kind -> new Words().languages().stream().map(language -> new SpecimenLetter(kind, language)))
                .toList();
    }

    RenderedMail rendered() {
        Locale locale = Locale.forLanguageTag(language);
        var model = new HashMap<String, Object>(sample(locale).model());
        model.replaceAll((name, value) -> String.valueOf(value).startsWith("https://") ? value + TOKEN : value);
        model.put(
                "asked",
                new Words().moments("mail.letter.moment", locale).format(ASKED.atZone(PUBLICATION.timeZone())));
        return JarTemplates.mail().render(kind.template(), model, locale);
    }

    /** They come in the order of their kinds, some of which share a template. */
    private SampleMail sample(Locale locale) {
        return new SampleLetters().in(locale).get(kind.ordinal());
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + language;
    }
}
