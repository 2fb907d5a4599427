package com.newgroktimes.digest.stories.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTextTest {

    private static final String RUSSIAN = "Краны в порту снова поворачиваются, и никто не знает почему.";
    private static final String GREEK = "Οι γερανοί του λιμανιού γυρίζουν ξανά και κανείς δεν ξέρει γιατί.";
    private static final String HEBREW = "המנופים בנמל מסתובבים שוב ואיש אינו יודע מדוע הם עושים זאת.";
    private static final String JAPANESE = "港のクレーンがまた回り始めた。理由は誰も知らない。作業員はそれを本に書いた。";
    private static final String CHINESE = "港口的起重机又开始转动，没有人知道为什么。工人们把它写进了一本书里。";
    private static final String KOREAN = "항구의 크레인이 다시 돌기 시작했고 아무도 그 이유를 모른다.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "macintosh       | x-MacRoman   | Café à l’œuvre: “déjà vu”",
                "windows-1251    | windows-1251 | " + RUSSIAN,
                "cp-1251         | windows-1251 | " + RUSSIAN,
                "WIN-1251        | windows-1251 | " + RUSSIAN,
                "windows-1253    | windows-1253 | " + GREEK,
                "windows-1255    | windows-1255 | " + HEBREW,
                "iso-8859-8-i    | ISO-8859-8   | " + HEBREW,
                "windows-874     | x-windows-874 | เครนในท่าเรือหมุนอีกครั้ง",
                "TIS-620         | x-windows-874 | เครนในท่าเรือหมุนอีกครั้ง",
                "gb18030         | GB18030      | " + CHINESE,
                "gb2312          | GBK          | " + CHINESE,
                "big5            | Big5         | 港口的起重機又開始轉動",
                "shift_jis       | windows-31j  | ①" + JAPANESE,
                "sjis            | windows-31j  | " + JAPANESE,
                "iso-2022-jp     | ISO-2022-JP  | " + JAPANESE,
                "euc-kr          | x-windows-949 | " + KOREAN,
                "utf-16          | UTF-16LE     | Café",
                "utf-16          | UTF-16BE     | Café",
                "utf-32          | UTF-32LE     | Café",
                "utf-32          | UTF-32BE     | Café",
                "utf-8           | UTF-16LE     | Café",
                "x-mac-cyrillic  | x-MacUkraine | " + RUSSIAN,
            })
    void aLabelMeansWhatProgramsMeanThatWriteIt(String label, String charset, String text) {
        String document = "<p>" + text + "</p>";

        assertThat(DocumentText.of(document.getBytes(Charset.forName(charset)), List.of(label)))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1251 | " + RUSSIAN,
                "KOI8-R       | " + RUSSIAN,
                "windows-1253 | " + GREEK,
                "windows-1255 | " + HEBREW,
                "Shift_JIS    | " + JAPANESE,
                "EUC-JP       | " + JAPANESE,
                "ISO-2022-JP  | " + JAPANESE,
                "GBK          | " + CHINESE,
                "EUC-KR       | " + KOREAN,
                "windows-1252 | Für Köln: größere Straßen, süße Äpfel und schöne Bäume am Fluß",
                "windows-1252 | Café à l’œuvre: “déjà vu”",
            })
    void withoutALabelOrWithAWrongOneTheBytesTell(String charset, String text) {
        String document = "<rss><title>%s</title><description>%s</description></rss>".formatted(text, text);
        byte[] bytes = document.getBytes(Charset.forName(charset));

        assertThat(DocumentText.of(bytes, List.of())).isEqualTo(document);
        assertThat(DocumentText.of(bytes, List.of("utf-8"))).isEqualTo(document);
        assertThat(DocumentText.of(bytes, List.of("x-unheard-of", "?"))).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "windows-1252", "utf-8"})
    void aSlipOrACutMakesNoOtherCharsetOfUtf8(String label) {
        String text = "<p>" + "Schöne grüne Bäume stehen über dem Fluß. ".repeat(10);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        bytes.write(0x96);
        bytes.writeBytes("ö".getBytes(StandardCharsets.UTF_8));

        assertThat(DocumentText.of(bytes.toByteArray(), List.of(label))).isEqualTo(text + "–ö");
        assertThat(DocumentText.of(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1), List.of(label)))
                .isEqualTo(text + "–");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "windows-1252", "utf-8", "x-unheard-of"})
    void anOnlySignOfAnotherCharsetAtTheEndIsNoCut(String label) {
        byte[] bytes = "<p>café".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DocumentText.of(bytes, List.of(label))).isEqualTo("<p>café");
        assertThat(DocumentText.of(bytes, List.of())).isEqualTo("<p>café");
    }

    @Test
    void aCutAfterOneSignOfUtf8IsOne() {
        byte[] bytes = "<p>Käfige für Bär".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 2);

        assertThat(DocumentText.of(cut, List.of("iso-8859-1"))).isEqualTo("<p>Käfige für B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-7", "x-unicode-1-1-utf-7", "ISO-2022-KR", "iso-2022-cn"})
    void aCharsetInWhichMarkupHidesIsNotRead(String label) {
        byte[] hidden = "<p>a +ADw-script+AD4- \u001b$)C\u000e!!\u000f".getBytes(StandardCharsets.US_ASCII);

        assertThat(DocumentText.of(hidden, List.of(label))).isEqualTo(new String(hidden, StandardCharsets.US_ASCII));
        assertThat(DocumentText.of("<p>Käfig".getBytes(StandardCharsets.UTF_8), List.of(label)))
                .isEqualTo("<p>Käfig");
    }

    @Test
    void aMarkGoesBeforeEveryLabel() {
        byte[] bytes = "\uFEFF<p>Käfig".getBytes(StandardCharsets.UTF_16LE);

        assertThat(DocumentText.of(bytes, List.of("windows-1251", "utf-8"))).isEqualTo("<p>Käfig");
    }
}
