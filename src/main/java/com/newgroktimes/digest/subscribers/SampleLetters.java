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

    private static final Map<String, String> MODEL = new LetterModel(
                    "today",
                    "https://example.org/confirm",
                    "https://example.org/u",
                    "https://example.org/settings",
                    "https://example.org/not-me",
                    "https://example.org/privacy")
            .names();

    @Override
    public List<SampleMail> in(Locale language) {
        return Stream.of(LetterKind.values())
                .map(kind -> new SampleMail(kind.template(), MODEL, links(kind), Map.of()))
                .toList();
    }

    /** The link for which the mail is written. */
    private static Map<String, String> links(LetterKind kind) {
        return switch (kind) {
            case CONFIRMATION, ASK -> link("confirm");
            case ALREADY, LEAVE -> link("settings");
            case WELCOME -> link("unsubscribe");
            case GOODBYE -> Map.of();
        };
    }

    private static Map<String, String> link(String name) {
        return Map.of(name, String.valueOf(MODEL.get(name)));
    }
}
