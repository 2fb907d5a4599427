package com.newgroktimes.digest.stories.dates;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenMomentTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 5322 and what RFC 822 allowed
                "Mon, 23 Nov 2026 09:30:00 +0000",
                "Mon, 23 Nov 2026 09:30:00 GMT",
                "Mon, 23 Nov 2026 09:30:00 UT",
                "Mon, 23 Nov 2026 09:30:00 UTC",
                "Mon, 23 Nov 2026 09:30:00 Z",
                "Mon, 23 Nov 2026 04:30:00 EST",
                "Mon, 23 Nov 2026 01:30:00 PST",
                "Mon, 23 Nov 2026 05:30:00 EDT",
                "23 Nov 2026 09:30:00 +0000",
                "23 Nov 26 09:30 GMT",
                "Mon, 23 Nov 126 09:30:00 +0000",
                "Mon, 23 Nov 2026 09:30 +0000",
                "Mon, 23 Nov 2026 9:30:00 +0000",
                "Mon,23 Nov 2026 09:30:00 +0000",
                "Mon , 23  Nov  2026  09:30:00  +0000",
                "Mon, 23 Nov 2026 09:30:00 +0000 (UTC)",
                "Mon (first), 23 (of) Nov 2026 09:30:00 +0000",
                "Mon, 23 Nov 2026 10:30:00 +0100",
                "Mon, 23 Nov 2026 10:30:00 +01:00",
                "Mon, 23 Nov 2026 10:30:00 GMT+0100",
                "Mon, 23 Nov 2026 10:30:00 GMT+1",
                "Mon, 23 Nov 2026 10:30:00 UTC+01:00",
                "Mon, 23 Nov 2026 10:30:00 CET",
                "Mon, 23 Nov 2026 15:00:00 +0530",
                "Mon, 23 Nov 2026 15:00:00 IST",
                "Mon, 23 Nov 2026 04:30:00 -0500",
                "Mon, 23 Nov 2026 09:30:00 A",
                "Mon, 23 Nov 2026 09:30:00 XYZ",
                "Mon, 23 Nov 2026 09:30:00",
                // a wrong day of the week, a long one, other cases
                "Fri, 23 Nov 2026 09:30:00 +0000",
                "Monday, 23 November 2026 09:30:00 +0000",
                "MON, 23 NOV 2026 09:30:00 GMT",
                "mon, 23 nov 2026 09:30:00 gmt",
                "Monday, November 23, 2026 9:30 AM",
                "November 23rd, 2026 at 9:30 a.m. UTC",
                "Nov. 23, 2026, 9:30 am",
                "Nov 23 2026 9:30AM",
                "23-Nov-2026 09:30:00",
                "Mon Nov 23 09:30:00 2026",
                "Mon Nov 23 09:30:00 UTC 2026",
                "Mon Nov 23 2026 10:30:00 GMT+0100 (Central European Standard Time)",
                "2026 Nov 23 09:30",
                "09:30, 23 November 2026",
                // RFC 3339, ISO 8601
                "2026-11-23T09:30:00Z",
                "2026-11-23T09:30:00.000Z",
                "2026-11-23T09:30:00.0000000Z",
                "2026-11-23T10:30:00+01:00",
                "2026-11-23T10:30:00+0100",
                "2026-11-23T10:30:00+01",
                "2026-11-23 09:30:00",
                "2026-11-23 09:30:00 UTC",
                "2026-11-23 10:30:00 +0100",
                "2026-11-23T09:30Z",
                "2026-11-23T09:30",
                "2026-11-23t09:30:00z",
                "2026-11-23 T 09:30:00Z",
                "2026/11/23 09:30:00",
                "2026-11-23T10:30:00+01:00[Europe/Berlin]",
                "2026-11-23 10:30 Europe/Berlin",
                "20261123T093000Z",
                "2026-11-23T09:30:00 Z",
                // numbers
                "1795426200",
                "1795426200000",
                "23.11.2026 09:30",
                "23.11.2026, 9.30 Uhr",
                "23/11/2026 09:30",
                "11/23/2026 09:30 AM",
                "11/23/26 9:30 AM",
                "23.11.26 09:30",
                "Mon, 23 Nov 2026 09:30:00 \"GMT\"",
                "Mon&#44; 23 Nov 2026 09:30:00 GMT",
                "Published: Nov 23, 2026 09:30",
                "Mon, 23 Nov 2026 09:30:00 +9999",
            })
    void aMomentIsReadHoweverItIsWritten(String written) {
        assertThat(WrittenMoment.parse(written, UTC, "en")).contains(Instant.parse("2026-11-23T09:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo, 23 Nov 2026 09:30:00 +0000       | de",
                "Montag, 23. November 2026 09:30 Uhr  | de",
                "Mi, 23 Dez 2026 09:30:00 +0000       | de",
                "23. März 2026, 09:30                 | de",
                "lun., 23 nov. 2026 09:30:00 +0000    | fr",
                "23 déc. 2026 09:30                   | fr",
                "mer, 23 fevr. 2026 09:30             | fr",
                "1er août 2026 09:30                  | fr",
                "lunes, 23 de noviembre de 2026 09:30 | es",
                "23 de novembro de 2026 às 09:30      | pt",
                "23 novembre 2026 09:30               | it",
                "ma 23 mrt 2026 09:30                 | nl",
                "23 listopada 2026 09:30              | pl",
                "Пн, 23 ноября 2026 09:30:00 +0000    | ru",
                "23 Kasım 2026 09:30                  | tr",
                "23 نوفمبر 2026 09:30                 | ar",
                "٢٣ نوفمبر ٢٠٢٦ ٠٩:٣٠                 | ar",
                "23 تشرين الثاني 2026 09:30           | ar-SY",
                "2026年11月23日 09:30                   | ja",
                "2026年11月23日 上午9:30                 | zh",
                "2026년 11월 23일 오전 9:30              | ko",
                "Mon, 6 Sept 2026 09:30               | en",
                "Пн, 23 ноя 2026 12:30:00 +0300       | en",
                "23 พฤศจิกายน 2569 09:30            | th",
            })
    void monthsAreReadInTheLanguageOfTheFeed(String written, String lang) {
        assertThat(WrittenMoment.parse(written, UTC, lang))
                .hasValueSatisfying(moment -> assertThat(moment.toString()).matches("2026-.*T09:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mi, 23 Dez 2026 09:30        |       | 2026-12-23T09:30:00Z",
                "23 mai 2026 09:30            | en    | 2026-05-23T09:30:00Z",
                "23 listopada 2026            | pl    | 2026-11-23T00:00:00Z",
                "23 listopada 2026            | hr    | 2026-10-23T00:00:00Z",
                "03/04/2026                   | en-US | 2026-03-04T00:00:00Z",
                "26/11/23                     | ja    | 2026-11-23T00:00:00Z",
                "26/11/23                     | en-GB | 2023-11-26T00:00:00Z",
                "03/04/2026                   | en-GB | 2026-04-03T00:00:00Z",
                "03/04/2026                   | fr    | 2026-04-03T00:00:00Z",
                "03.04.2026                   |       | 2026-04-03T00:00:00Z",
                "2026                         |       | 2026-01-01T00:00:00Z",
                "2026-11                      |       | 2026-11-01T00:00:00Z",
                "Mon, 23 Nov 2026             |       | 2026-11-23T00:00:00Z",
                "Mon, 23 Nov 2026 24:00:00    |       | 2026-11-24T00:00:00Z",
                "Mon, 23 Nov 2026 23:59:60 Z  |       | 2026-11-24T00:00:00Z",
                "Mon, 23 Nov 2026 12:30 AM    |       | 2026-11-23T00:30:00Z",
                "Mon, 23 Nov 2026 12:30 PM    |       | 2026-11-23T12:30:00Z",
                "Sun, 06 Nov 94 08:49:37 GMT  |       | 1994-11-06T08:49:37Z",
            })
    void whatIsUnusualMeansOneThing(String written, String lang, String moment) {
        assertThat(WrittenMoment.parse(written, UTC, lang)).contains(Instant.parse(moment));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 23 Nov 2026 09:30:00     | 2026-11-23T08:30:00Z",
                "2026-07-01 00:00              | 2026-06-30T22:00:00Z",
                "1 July 2026                   | 2026-06-30T22:00:00Z",
                "Mon, 23 Nov 2026 09:30:00 GMT | 2026-11-23T09:30:00Z",
            })
    void whatNamesNoZoneIsInThePublications(String written, String moment) {
        assertThat(WrittenMoment.parse(written, ZoneId.of("Europe/Berlin"), null))
                .contains(Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "soon",
                "yesterday at 9:30",
                "09:30",
                "Mon, 31 Nov 2026 09:30:00 GMT",
                "Mon, 23 Foo 2026 09:30:00 GMT",
                "2026-13-01",
                "2026-11-31T09:30:00Z",
                "2026-11-23T25:00:00Z",
                "0000-00-00 00:00:00",
                "-0001-11-30T00:00:00+00:00",
                "Thu, 01 Jan 1970 00:00:00 +0000",
                "0",
                "12345",
                "99999999999999999999",
                "03/04/2026",
                "3 parts of 4 in 2026",
                "23 Nov 2026 and 24 Nov 2026",
                "{{ page.date }}",
                "Invalid Date",
                "NaN",
            })
    void whatIsNoMomentOrCouldBeTwoIsNotGuessed(String written) {
        assertThat(WrittenMoment.parse(written, UTC, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01 00:00:00", "1970-01-01", "1970-01-01T00:00:00+01:00", "1969-12-31T19:00:00-05:00"})
    void theBeginningOfTimeIsNoDateInAnyZone(String written) {
        for (String zone : List.of("Europe/Berlin", "UTC", "America/New_York", "Pacific/Kiritimati")) {
            assertThat(WrittenMoment.parse(written, ZoneId.of(zone), null)).isEmpty();
        }
    }

    @Test
    void aLanguageIsKnownByWhatIsSpokenOfItAndNoOtherIsRemembered() {
        assertThat(WrittenMoment.parse("3. Jänner 2026", UTC, "de-AT-1996-x-harbour"))
                .isPresent();
        assertThat(WrittenMoment.parse("3 Mai 2026", UTC, "de-CH-1901")).isPresent();
        int before = MonthNames.remembered();

        for (int i = 0; i < 1_000; i++) {
            WrittenMoment.parse("3 Mai 2026", UTC, "de-x-made%d".formatted(i));
            WrittenMoment.parse("3 Mai 2026", UTC, "xx%c-%03d".formatted('a' + i % 26, i));
        }

        assertThat(MonthNames.remembered()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    @Timeout(60)
    void aDateOfAMegabyteIsNone() {
        assertThat(WrittenMoment.parse("Mon ".repeat(250_000), UTC, null)).isEmpty();
        assertThat(WrittenMoment.parse("23 Nov ".repeat(14), UTC, null)).isEmpty();
    }
}
