package com.newgroktimes.digest.rendering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the bundles of all languages together: a key that is missing or misread in one of them is named here. */
class LanguagesTest {

    private static final Words WORDS = new Words();
    private static final Phrases ENGLISH = phrases("en");

    /** What is spelt as in English, and why. Patterns without a letter of their own are not asked about. */
    private static final Map<String, Set<String>> AS_IN_ENGLISH = Map.of(
            "de",
            Set.of(
                    "dir", // both are written from left to right
                    "console.time.second", // a clock of 24 hours
                    "console.time.minute",
                    "page.settings.format", // the words are the same in both languages
                    "console.pace.FREE",
                    "console.setback.code",
                    "console.feeds",
                    "console.feeds.feed",
                    "console.test",
                    "console.test.title"),
            "ar",
            Set.of(
                    "date", // day, month and year come in the same order
                    "console.time.day",
                    "console.time.second", // a clock of 24 hours
                    "console.time.minute"));

    enum Kind {
        TEXT,
        NUMBER
    }

    static Collection<String> languages() {
        return WORDS.languages();
    }

    @Test
    void weSpeakALongerLanguageAndOneFromRightToLeft() {
        assertThat(languages()).containsExactly("ar", "de", "en");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheSameMessages(String language) {
        assertThat(phrases(language).keys()).containsExactlyInAnyOrderElementsOf(ENGLISH.keys());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aBundleNamesItsLanguageAndDirection(String language) {
        assertThat(phrases(language).text("lang")).isEqualTo(language);
        assertThat(phrases(language).text("dir")).isEqualTo(new ULocale(language).isRightToLeft() ? "rtl" : "ltr");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMessageTakesWhatItsEnglishTakes(String language) {
        var wrong = new TreeMap<String, String>();
        for (String key : ENGLISH.keys()) {
            Map<Integer, Kind> theirs = arguments(phrases(language).pattern(key));
            if (!theirs.equals(arguments(ENGLISH.pattern(key)))) {
                wrong.put(key, theirs + " instead of " + arguments(ENGLISH.pattern(key)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPluralHasEveryFormOfItsLanguage(String language) {
        var missing = new TreeMap<String, List<String>>();
        PluralRules rules = PluralRules.forLocale(new ULocale(language));
        for (String key : phrases(language).keys()) {
            List<String> forms = missingForms(phrases(language).pattern(key), rules);
            if (!forms.isEmpty()) {
                missing.put(key, forms);
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsStillInEnglishHasAReason(String language) {
        if (language.equals("en")) {
            return;
        }
        assertThat(ENGLISH.keys())
                .filteredOn(key -> hasLetters(ENGLISH.pattern(key)))
                .filteredOn(key -> ENGLISH.pattern(key).equals(phrases(language).pattern(key)))
                .containsExactlyInAnyOrderElementsOf(AS_IN_ENGLISH.getOrDefault(language, Set.of()));
    }

    private static Phrases phrases(String language) {
        return WORDS.phrases(Locale.forLanguageTag(language));
    }

    /** An argument of which any use counts or formats a number must be given as one. */
    private static Map<Integer, Kind> arguments(String pattern) {
        var kinds = new TreeMap<Integer, Kind>();
        MessagePattern read = new MessagePattern(pattern);
        for (int i = 0; i < read.countParts(); i++) {
            Part part = read.getPart(i);
            if (part.getType() == Part.Type.ARG_START) {
                Part named = read.getPart(i + 1);
                assertThat(named.getType()).as(pattern).isEqualTo(Part.Type.ARG_NUMBER);
                kinds.merge(named.getValue(), kind(part.getArgType(), pattern), LanguagesTest::stricter);
            }
        }
        return kinds;
    }

    private static Kind kind(ArgType type, String pattern) {
        assertThat(type).as("a choice knows no plural forms: %s", pattern).isNotEqualTo(ArgType.CHOICE);
        return type == ArgType.NONE || type == ArgType.SELECT ? Kind.TEXT : Kind.NUMBER;
    }

    private static Kind stricter(Kind one, Kind other) {
        return one == Kind.NUMBER ? one : other;
    }

    /** A form for one number alone, such as Arabic's for two, may be written for that number. */
    private static List<String> missingForms(String pattern, PluralRules rules) {
        var missing = new ArrayList<String>();
        MessagePattern read = new MessagePattern(pattern);
        for (int i = 0; i < read.countParts(); i++) {
            Part part = read.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
                Set<String> written = selectors(read, i);
                rules.getKeywords().stream()
                        .filter(form -> !written.contains(form))
                        .filter(form -> !written.contains("=" + (long) rules.getUniqueKeywordValue(form)))
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    private static Set<String> selectors(MessagePattern read, int start) {
        var selectors = new TreeSet<String>();
        int at = start + 1;
        while (at < read.getLimitPartIndex(start)) {
            Part part = read.getPart(at);
            if (part.getType() == Part.Type.ARG_SELECTOR) {
                selectors.add(read.getSubstring(part));
            }
            at = 1 + (part.getType() == Part.Type.MSG_START ? read.getLimitPartIndex(at) : at);
        }
        return selectors;
    }

    private static boolean hasLetters(String pattern) {
        return pattern.replaceAll("\\{[^{}]*}", "").chars().anyMatch(Character::isLetter);
    }
}
