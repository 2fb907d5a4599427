package com.newgroktimes.digest.mail;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageHeadTest {

    private static final EmailAddress FROM = EmailAddress.ofOurs("digest@news.example");
    private static final EmailAddress REPLY_TO = EmailAddress.ofOurs("editors@news.example");
    private static final EmailAddress ADA = EmailAddress.parse("ada@bücher.example");
    private static final ZonedDateTime DATE = ZonedDateTime.of(2026, 11, 3, 9, 5, 7, 0, ZoneId.of("America/New_York"));

    @Test
    void hasEveryHeaderOnce() {
        StrictMail mail = StrictMail.read(
                joined(letterhead("The New Grok Times", "Edition 12").to(ADA, DATE, "<12.1.7.mac@news.example>")));

        assertThat(mail.fields())
                .extracting(StrictMail.Field::name)
                .containsExactlyInAnyOrder(
                        "From",
                        "Reply-To",
                        "Subject",
                        "Content-Language",
                        "Auto-Submitted",
                        "X-Auto-Response-Suppress",
                        "MIME-Version",
                        "To",
                        "Date",
                        "Message-ID",
                        "Content-Type",
                        "Content-Transfer-Encoding");
        assertThat(mail.only("From")).isEqualTo("The New Grok Times <digest@news.example>");
        assertThat(mail.only("To")).isEqualTo("ada@xn--bcher-kva.example");
        assertThat(mail.only("Reply-To")).isEqualTo("editors@news.example");
        assertThat(mail.only("Subject")).isEqualTo("Edition 12");
        assertThat(mail.only("Date")).isEqualTo("Tue, 3 Nov 2026 09:05:07 -0500");
        assertThat(mail.only("Message-ID")).isEqualTo("<12.1.7.mac@news.example>");
        assertThat(mail.only("MIME-Version")).isEqualTo("1.0");
        assertThat(mail.only("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.only("X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply");
        assertThat(mail.only("Content-Language")).isEqualTo("en");
    }

    @Test
    void writesUtcAsANumber() {
        var head = letterhead("N", "S").to(ADA, DATE.withZoneSameInstant(ZoneId.of("UTC")), "<1@news.example>");
        assertThat(StrictMail.read(joined(head)).only("Date")).isEqualTo("Tue, 3 Nov 2026 14:05:07 +0000");
    }

    @Test
    void saysOfWhichListItIsAndHowToLeave() {
        var head = letterhead("N", "S")
                .ofList("Weekly, by mail", "digest.news.example", URI.create("https://news.example/editions"))
                .with("Feedback-ID", "12:weekly:digest:newgroktimes")
                .to(ADA, DATE, "<1@news.example>")
                .oneClick(URI.create("https://news.example/u/token"))
                .with("X-None", null);

        StrictMail mail = StrictMail.read(joined(head));
        assertThat(mail.only("List-Id")).isEqualTo("\"Weekly, by mail\" <digest.news.example>");
        assertThat(mail.only("List-Post")).isEqualTo("NO");
        assertThat(mail.only("List-Archive")).isEqualTo("<https://news.example/editions>");
        assertThat(mail.only("List-Unsubscribe")).isEqualTo("<https://news.example/u/token>");
        assertThat(mail.only("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.only("Feedback-ID")).isEqualTo("12:weekly:digest:newgroktimes");
        assertThat(mail.fields()).extracting(StrictMail.Field::name).doesNotContain("X-None");
    }

    @Test
    void namesAMailboxForThoseWhoLeaveAfterTheOneLink() {
        var head = letterhead("N", "S")
                .to(ADA, DATE, "<1@news.example>")
                .oneClick(
                        URI.create("https://news.example/u/token"),
                        Optional.of(URI.create("mailto:leave+token@news.example?subject=unsubscribe")));

        assertThat(StrictMail.read(joined(head)).only("List-Unsubscribe"))
                .isEqualTo("<https://news.example/u/token>, <mailto:leave+token@news.example?subject=unsubscribe>");
    }

    @ParameterizedTest
    @CsvSource({
        "The New Grok Times, The New Grok Times <digest@news.example>",
        "'Times, The', '\"Times, The\" <digest@news.example>'",
        "The N.Y. Times, '\"The N.Y. Times\" <digest@news.example>'",
        "news@home, '\"news@home\" <digest@news.example>'",
        "'Say \"hi\" \\o/', '\"Say \\\"hi\\\" \\\\o/\" <digest@news.example>'",
        "'', <digest@news.example>",
        "Zürich, =?UTF-8?Q?Z=C3=BCrich?= <digest@news.example>",
        "=?UTF-8?Q?x?=, =?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <digest@news.example>",
    })
    void namesTheSenderAsAPhrase(String name, String from) throws Exception {
        byte[] message = joined(letterhead(name, "S").to(ADA, DATE, "<1@news.example>"));

        assertThat(StrictMail.read(message).only("From")).isEqualTo(from);
        var parsed = (InternetAddress) parsed(message).getFrom()[0];
        assertThat(parsed.getAddress()).isEqualTo("digest@news.example");
        assertThat(parsed.getPersonal() == null ? "" : parsed.getPersonal()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void keepsTheSubject(String subject) throws Exception {
        byte[] message = joined(letterhead(subject, subject).to(ADA, DATE, "<1@news.example>"));
        String expected =
                subject.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ").strip();

        StrictMail mail = StrictMail.read(message);
        assertThat(EncodedWordReader.decoded(mail.only("Subject"))).isEqualTo(expected);
        assertThat(parsed(message).getSubject()).isEqualTo(expected);
        assertThat(((InternetAddress) parsed(message).getFrom()[0]).getPersonal())
                .isEqualTo(expected);
        assertThat(mail.fields())
                .extracting(StrictMail.Field::name)
                .doesNotContain("Bcc", "X")
                .hasSize(12);
    }

    static Stream<String> subjects() {
        var random = new Random(2047);
        List<String> bits = List.of(
                "word ",
                "  ",
                "=?",
                "?=",
                "é",
                "日本",
                "😀",
                "\r\nBcc: eve@example.org",
                "\n",
                "\u0000",
                "\u0085",
                "\u2028X: y",
                "\t",
                "\"",
                "\\",
                "<a@b>",
                ",",
                "_",
                "l".repeat(100),
                "e\u0301");
        Stream<String> random30 = Stream.generate(() -> {
                    var subject = new StringBuilder("S");
                    random.ints(1 + random.nextInt(20), 0, bits.size()).forEach(i -> subject.append(bits.get(i)));
                    return subject.toString();
                })
                .limit(200);
        return Stream.concat(
                Stream.of(
                        "l".repeat(300),
                        "国".repeat(150),
                        "two words ".repeat(30),
                        "a" + " ".repeat(2_000) + "b",
                        "Re: x"),
                random30);
    }

    @Test
    void foldsAtBlanksToShortLines() {
        String head = new String(
                joined(letterhead(
                                "An Unusually Long Name For A Publication, Which Is Allowed",
                                "several words ".repeat(20))
                        .to(ADA, DATE, "<1@news.example>")),
                StandardCharsets.US_ASCII);

        assertThat(head.substring(0, head.indexOf("\r\n\r\n")).split("\r\n")).allMatch(line -> line.length() <= 76);
    }

    @Test
    void writesAnAddressBeyondAsciiAsItIs() {
        var head = letterhead("N", "S").to(EmailAddress.parse("дана@example.org"), DATE, "<1@news.example>");
        assertThat(new String(joined(head), StandardCharsets.UTF_8)).contains("\r\nTo: дана@example.org\r\n");
    }

    @Test
    void keepsTheBlanksInAQuotedAddress() {
        var head = letterhead("N", "S").to(EmailAddress.parse("\"a   b\"@example.org"), DATE, "<1@news.example>");
        assertThat(StrictMail.read(joined(head)).only("To")).isEqualTo("\"a   b\"@example.org");
    }

    private static Letterhead letterhead(String name, String subject) {
        return Letterhead.of(name, FROM, REPLY_TO, subject, "en");
    }

    private static byte[] joined(MessageHead head) {
        return head.join(Skeleton.cut("text", "html", Skeleton.Marks.random()), Map.of());
    }

    private static MimeMessage parsed(byte[] message) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(message));
    }
}
