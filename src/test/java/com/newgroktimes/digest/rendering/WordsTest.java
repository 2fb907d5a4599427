package com.newgroktimes.digest.rendering;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WordsTest {

    private static final Locale ARABIC = Locale.forLanguageTag("ar");

    private final Words words = new Words();

    @Test
    void aNumberTakesTheFormOfItsLanguage() {
        assertThat(words.text("people", Locale.ENGLISH, 0)).isEqualTo("nobody");
        assertThat(words.text("people", Locale.ENGLISH, 1)).isEqualTo("one person");
        assertThat(words.text("people", Locale.ENGLISH, 42_310)).isEqualTo("42,310 people");
    }

    @Test
    void germanAndArabicCountInTheirOwnWay() {
        assertThat(words.text("people", Locale.GERMAN, 42_310)).isEqualTo("42.310 Personen");
        assertThat(IntStream.of(0, 1, 2, 3, 11, 100).mapToObj(number -> words.text("people", ARABIC, number)))
                .containsExactly("لا أحد", "شخص واحد", "شخصان", "3 أشخاص", "11 شخصًا", "100 شخص");
    }

    @Test
    void whatDecidesBetweenSentencesDoesSoFromRightToLeftToo() {
        assertThat(words.text("check.spelling.subject", ARABIC, "", "teh", "known", "the"))
                .contains("the")
                .isNotEqualTo(words.text("check.spelling.subject", ARABIC, "", "teh", "unknown", "the"));
    }

    @Test
    void aMomentIsSpelledAsItsReadersDoIt() {
        var moment = ZonedDateTime.of(2026, 12, 7, 6, 0, 0, 0, ZoneId.of("UTC"));

        assertThat(words.text("check.window.open", Locale.ENGLISH, moment)).contains("7 December 2026, 06:00 UTC");
        assertThat(words.text("check.window.open", Locale.GERMAN, moment)).contains("7. Dezember 2026, 06:00 UTC");
        assertThat(words.text("check.window.open", ARABIC, moment)).contains("ديسمبر 2026");
    }

    @Test
    void checksCountInTheirOwnWayToo() {
        assertThat(words.text("check.lengths.msm", Locale.ENGLISH, "Docks", 1, 1))
                .contains("has 1 word.");
        assertThat(words.text("check.lengths.msm", Locale.ENGLISH, "Docks", 1_041, 40))
                .contains("has 1,041 words.");
        assertThat(words.text("check.alt-text.long", ARABIC, "Docks", 126, 125)).contains("126 حرفًا");
        assertThat(words.text("check.alt-text.long", ARABIC, "Docks", 200, 125)).contains("200 حرف.");
    }

    @Test
    void figuresAreLatinInEveryLanguage() {
        assertThat(words.text("people", Locale.forLanguageTag("ar-EG"), 42_310)).isEqualTo("42,310 أشخاص");
        assertThat(words.date(LocalDate.of(2026, 11, 30), Locale.forLanguageTag("ar-EG")))
                .isEqualTo("30 نوفمبر 2026");
    }

    /** FSI and PDI: U+2068, U+2069. */
    @Test
    void textIsSetApartInASentenceThatRunsFromRightToLeft() {
        assertThat(words.text("page.settings.for", ARABIC, "ada@example.org"))
                .isEqualTo("هذا يخصّ \u2068ada@example.org\u2069.");
        assertThat(words.text("page.settings.for", Locale.ENGLISH, "ada@example.org"))
                .isEqualTo("This is for ada@example.org.");
    }

    @Test
    void anAddressOnALineOfItsOwnIsCopiedWhole() {
        assertThat(words.text("page.settings.for", ARABIC, "\nada@example.org\n"))
                .contains("\nada@example.org\n");
    }

    @Test
    void theNumberOfAnEditionIsNeverGrouped() {
        assertThat(words.text("console.edition", Locale.ENGLISH, 1234)).isEqualTo("Edition 1234");
    }

    @Test
    void anApostropheIsWrittenOnce() {
        assertThat(words.text("page.preview.reader", Locale.ENGLISH)).isEqualTo("the reader's own address");
        assertThat(words.text("check.unsubscribe-link.missing", Locale.ENGLISH))
                .endsWith("template: ${slots.unsubscribe}.");
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsEnglish() {
        assertThat(words.text("page.leave.title", Locale.forLanguageTag("tlh"))).isEqualTo("Stop the weekly digest?");
        assertThat(words.closest(Locale.forLanguageTag("tlh"))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aMessageThatIsNotThereIsNamed() {
        assertThatExceptionOfType(MissingResourceException.class)
                .isThrownBy(() -> words.text("mail.nothing", Locale.ENGLISH))
                .withMessageContaining("mail.nothing");
    }

    /** A format of ICU's that two threads fill in at once gives the words of one to the other. */
    @Test
    void manyMayAskAtOnce() {
        assertThat(IntStream.range(2, 20_000).parallel())
                .allMatch(number ->
                        words.text("console.edition", Locale.ENGLISH, number).equals("Edition " + number));
    }
}
