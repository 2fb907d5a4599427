package com.newgroktimes.digest.subscribers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.rendering.SampleMail;
import com.newgroktimes.digest.rendering.SampleMails;

/** The single mails to nobody, to try templates with. */
@Component
class SampleLetters implements SampleMails {

    @Override
    public List<SampleMail> in(Locale language) {
        return Stream.of(LetterKind.values())
                .map(kind -> new SampleMail(kind.template(), model(kind), links(kind), Map.of()))
                .toList();
    }

    static Map<String, String> model(LetterKind kind) {
        return new LetterModel(
                        "today",
                        "https://example.org/confirm",
                        "https://example.org/u",
                        "https://example.org/settings",
                        kind.errand().name().toLowerCase(Locale.ROOT),
                        "https://example.org/link",
                        "a…@example.org",
                        "b…@example.org",
                        "https://example.org/not-me",
                        "https://example.org/privacy")
                .names();
    }

    /** The link for which the mail is written. */
    private static Map<String, String> links(LetterKind kind) {
        return switch (kind) {
            case CONFIRMATION, ADDED, ASK -> link("confirm", kind);
            case ALREADY -> link("settings", kind);
            case SETTINGS_LINK, ADDRESS_LINK, COPY_LINK, ERASURE_LINK, NEW_ADDRESS -> link("link", kind);
            case WELCOME, LEAVE -> link("unsubscribe", kind);
            case ADDRESS_CHANGED, GOODBYE -> Map.of();
        };
    }

    private static Map<String, String> link(String name, LetterKind kind) {
        return Map.of(name, String.valueOf(model(kind).get(name)));
    }
}
