package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * Words of the publication's own, in mails and on readers' pages.
 *
 * @param words by language, then by the key of the bundle {@code messages.properties}
 */
@ConfigurationProperties("digest")
record WordSettings(Map<String, Map<String, String>> words) {

    static final WordSettings NONE = new WordSettings(null);

    private static final String SETTING = "digest.words.";

    WordSettings(@Nullable Map<String, Map<String, String>> words) {
        this.words = sorted(words == null ? Map.of() : words);
        Map<String, Phrases> ours = Words.onClassPath();
        List<StartRefused> refused = this.words.entrySet().stream()
                .flatMap(language -> faults(language.getKey(), language.getValue(), ours))
                .toList();
        if (!refused.isEmpty()) {
            throw StartRefused.all(refused);
        }
    }

    /** In one order on every node, since they go into the hash of what is sent. */
    private static Map<String, Map<String, String>> sorted(Map<String, Map<String, String>> words) {
        var sorted = new TreeMap<String, Map<String, String>>();
        words.forEach((language, own) -> sorted.put(language, new TreeMap<>(own)));
        return sorted;
    }

    private static Stream<StartRefused> faults(String language, Map<String, String> own, Map<String, Phrases> ours) {
        Phrases theirs = ours.get(language);
        return theirs == null
                ? Stream.of(new StartRefused(
                        "The settings %s%s.* are for a language that we do not speak; we speak %s."
                                .formatted(SETTING, language, ours.keySet()),
                        "Take %s%s out.".formatted(SETTING, language)))
                : own.entrySet().stream()
                        .flatMap(word -> Stream.ofNullable(fault(word.getKey(), word.getValue(), theirs))
                                .map(what -> StartRefused.setting(
                                        SETTING + language + "." + word.getKey(), word.getValue(), what)));
    }

    private static @Nullable String fault(String key, String pattern, Phrases ours) {
        if (!ours.have(key) || !key.matches("(mail|page)\\..*") || key.equals("mail.letter.moment")) {
            return "there are no words of that name in mails or on readers' pages. The names are those in messages.properties.";
        }
        try {
            var own = new MessageFormat(pattern(pattern));
            var known = new MessageFormat(ours.pattern(key)).getArgumentNames();
            return known.containsAll(own.getArgumentNames())
                    ? null
                    : "it has %s to fill in, and there is %s.".formatted(own.getArgumentNames(), known);
        } catch (IllegalArgumentException e) {
            return "it is no pattern of a message: %s.".formatted(e.getMessage());
        }
    }

    /** What is typed with a brace that begins nothing to fill in, such as <code>${7*7}</code>, is meant as text. */
    static String pattern(String typed) {
        try {
            new MessageFormat(typed);
            return typed;
        } catch (IllegalArgumentException e) {
            return typed.replaceAll("\\{(?!\\d+\\s*[,}])", "'{'");
        }
    }
}
