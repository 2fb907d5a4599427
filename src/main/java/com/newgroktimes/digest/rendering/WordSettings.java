package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
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
                        .flatMap(word -> Stream.ofNullable(
                                refusal(SETTING + language + ".", word.getKey(), word.getValue(), theirs)));
    }

    private static @Nullable StartRefused refusal(String setting, String key, String pattern, Phrases ours) {
        if (!ours.have(key) || !key.matches("(mail|page)\\..*") || key.equals("mail.letter.moment")) {
            return new StartRefused(
                    "The setting %s%s is \"%s\": there are no words of that name in mails or on readers' pages. The names are those in messages.properties."
                            .formatted(setting, key, pattern),
                    "Take %s%s out, or correct its name.".formatted(setting, key));
        }
        String fault = fault(key, pattern, ours);
        return fault == null ? null : StartRefused.setting(setting + key, pattern, fault);
    }

    private static @Nullable String fault(String key, String pattern, Phrases ours) {
        if (key.endsWith(".subject") && pattern.strip().lines().count() != 1) {
            return "a subject is one line.";
        }
        try {
            var own = new MessageFormat(pattern(pattern));
            var known = new MessageFormat(ours.pattern(key)).getArgumentNames();
            if (!known.containsAll(own.getArgumentNames())) {
                return "it has %s to fill in, and there is %s.".formatted(own.getArgumentNames(), known);
            }
            Set<String> wrong = numbers(pattern(pattern));
            wrong.removeAll(numbers(ours.pattern(key)));
            return wrong.isEmpty()
                    ? null
                    : "it takes %s for a number, and our words take it for text.".formatted(wrong);
        } catch (IllegalArgumentException e) {
            return "it is no pattern of a message: %s.".formatted(e.getMessage());
        }
    }

    /** What is filled in as a number, by the name of each: text there would fail when the words are needed. */
    private static Set<String> numbers(String pattern) {
        var parsed = new MessagePattern(pattern);
        var numbers = new TreeSet<String>();
        for (int i = 0; i < parsed.countParts(); i++) {
            MessagePattern.Part part = parsed.getPart(i);
            boolean filledIn = part.getType() == MessagePattern.Part.Type.ARG_START;
            if (filledIn && part.getArgType() != ArgType.NONE && part.getArgType() != ArgType.SELECT) {
                numbers.add(parsed.getSubstring(parsed.getPart(i + 1)));
            }
        }
        return numbers;
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
