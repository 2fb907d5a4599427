package com.newgroktimes.digest.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.Dkim;
import com.newgroktimes.digest.mail.dkim.KeyRing;
import com.newgroktimes.digest.mail.dns.Resolver;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.SigningDomain;
import com.newgroktimes.digest.testing.StrictDkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class SignedMailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T09:00:00Z"), ZoneOffset.UTC);
    private static final EmailAddress FROM = EmailAddress.ofOurs("digest@news.example");
    private static final EmailAddress ADA = EmailAddress.parse("\"ada  of  x\"@example.org");
    private static final OurAddresses OURS = new OurAddresses(
            FROM, FROM, EmailAddress.ofOurs("editors@news.example"), FROM, "digest.news.example", null);
    private static final Map<Slot, String> VALUES = Map.of(
            Slot.ADDRESS,
            ADA.key(),
            Slot.SIGNED_UP,
            "3 May 2026",
            Slot.UNSUBSCRIBE,
            "https://news.example/u/" + "token".repeat(30),
            Slot.SETTINGS,
            "https://news.example/settings/a?b=1&c=2");

    @TempDir
    private static Path directory;

    private static SigningDomain domain;
    private static Messages messages;

    @BeforeAll
    static void aDomainWithTwoKeys() throws Exception {
        domain = new SigningDomain("news.example", directory)
                .withKey("r1", Algorithm.RSA)
                .withKey("e1", Algorithm.ED25519);
        messages = new Messages(
                OURS, Dkim.on(domain.domain(), new KeyRing(domain.places()), Resolver.ofTheSystem(), CLOCK));
    }

    /** Bodies and subjects in all that may become of them on the way to a signature. */
    enum Kind {
        PLAIN("Edition 12", "Hello %ADDRESS%, leave: %UNSUBSCRIBE%\n"),
        LONG_LINES("Edition " + "of many words ".repeat(30), "word".repeat(400) + " %UNSUBSCRIBE%" + " x".repeat(500)),
        DOTS(".dots", ".\n..\n.x\n%ADDRESS%\n.\n"),
        BEYOND_ASCII("Übermäßig große Neuigkeiten: " + "日本語".repeat(30), "Grüße, %SIGNED_UP%: " + "漢字 ".repeat(100)),
        BLANKS("two  blanks,\tand a tab", "a  b\t\tc   \n \n\t%ADDRESS%  d \n"),
        EMPTY_LINES_AT_THE_END("end", "%SETTINGS%\n\n\n   \n\n"),
        NOTHING("nothing", ""),
        ONLY_EMPTY_LINES("lines", "\n\n\n");

        private final String subject;
        private final String content;

        Kind(String subject, String content) {
            this.subject = subject;
            this.content = content;
        }

        private List<Skeleton> skeletons() {
            Skeleton.Marks marks = Skeleton.Marks.random();
            String marked = content;
            for (Slot slot : Slot.values()) {
                marked = marked.replace("%" + slot + "%", marks.of(slot));
            }
            return List.of(
                    Skeleton.cut(marked, "<p>" + marked + "</p>", marks),
                    Skeleton.cut(marked, marks),
                    Skeleton.whole(content, content));
        }

        private List<byte[]> mails() {
            return skeletons().stream()
                    .map(body -> messages.of(head(subject), body, VALUES).bytes())
                    .toList();
        }
    }

    private static MessageHead head(String subject) {
        return Letterhead.of("The “Gazette”, daily & more", FROM, OURS.replyTo(), subject, "en")
                .ofList("The Gazette", "digest.news.example", URI.create("https://news.example/editions"))
                .with("Feedback-ID", FeedbackId.digest("news.example"))
                .to(ADA, CLOCK.instant().atZone(ZoneOffset.UTC), "<12.1.7@news.example>")
                .oneClick(
                        URI.create("https://news.example/u/" + "token".repeat(12)),
                        Optional.of(URI.create("mailto:leave+token@news.example")));
    }

    @ParameterizedTest
    @EnumSource
    void bothSignaturesHoldForAVerifierOfOurOwn(Kind kind) {
        assertThat(kind.mails()).allSatisfy(mail -> {
            assertThat(StrictDkim.verified(mail, domain.records())).containsExactly("r1", "e1");
            StrictMail.read(mail);
        });
    }

    /** It hashes one empty line of a body that has only such; RFC 6376 §3.4.4 leaves nothing of it, and dkimpy agrees. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOTHING", "ONLY_EMPTY_LINES"})
    void theRsaSignatureHoldsForJdkim(Kind kind) throws Exception {
        for (byte[] mail : kind.mails()) {
            var verifier = new DKIMVerifier(
                    (methods, selector, token) -> List.of(domain.records().get(selector + "._domainkey." + token)));
            assertThat(verifier.verify(new ByteArrayInputStream(mail)))
                    .extracting(SignatureRecord::getSelector)
                    .extracting(CharSequence::toString)
                    .containsExactly("r1");
        }
    }

    /** Nothing is converted on the way, which would break every signature (RFC 6376 §5.3). */
    @ParameterizedTest
    @EnumSource
    void bothHoldForWhatARelayGetsThatTakesSevenBitsOnly(Kind kind) {
        try (var server = new ScriptedRelay();
                var line = new Relay(Route.onLoopback(server.port(), "news.example"), Patience.STANDARD).connection()) {
            for (byte[] mail : kind.mails()) {
                assertThat(line.offer(new Message(FROM, ADA, "<12.1.7@news.example>", mail))
                                .outcome())
                        .isEqualTo(Outcome.ACCEPTED);
            }

            assertThat(server.commands()).noneMatch(command -> command.contains("BODY="));
            assertThat(server.messages()).hasSize(kind.mails().size()).allSatisfy(mail -> {
                assertThat(mail).matches("(?s)[\\x00-\\x7F]*");
                assertThat(verified(mail)).containsExactly("r1", "e1");
            });
        }
    }

    /** Debian's python3-dkim; .ci/run installs it. */
    @Test
    void bothSignaturesHoldForDkimpy(@TempDir Path mails) throws Exception {
        assumeThat(run("/usr/bin/python3", "-c", "import dkim, nacl"))
                .as("/usr/bin/python3 with dkimpy: apt-get install python3-dkim")
                .isEmpty();
        Path records = Files.writeString(mails.resolve("records.json"), json(domain.records()));
        var command =
                new ArrayList<>(List.of("/usr/bin/python3", "src/test/resources/dkim/verify.py", records.toString()));
        for (Kind kind : Kind.values()) {
            for (byte[] mail : kind.mails()) {
                command.add(Files.write(Files.createTempFile(mails, kind.name(), ".eml"), mail)
                        .toString());
            }
        }

        String told = run(command.toArray(String[]::new));

        assertThat(told.lines()).hasSize(command.size() - 3).allMatch(line -> line.endsWith(" 2 2"));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? told : "It failed: " + told;
        } catch (IOException noSuchProgram) {
            return String.valueOf(noSuchProgram.getMessage());
        }
    }

    private static String json(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> '"' + text.getKey() + "\": \"" + text.getValue() + '"')
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    @Test
    void theHeaderListsWhatItCoversAndOnceMoreWhatNobodyMayAdd() {
        assertThat(StrictDkim.covered(Kind.PLAIN.mails().get(0)))
                .containsExactlyInAnyOrder(
                        "From",
                        "From",
                        "To",
                        "To",
                        "Subject",
                        "Subject",
                        "Date",
                        "Date",
                        "Reply-To",
                        "Reply-To",
                        "Content-Type",
                        "Content-Type",
                        "List-Unsubscribe",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe-Post",
                        "Message-ID",
                        "MIME-Version",
                        "Content-Transfer-Encoding",
                        "List-Id",
                        "Feedback-ID",
                        "Auto-Submitted");
    }

    @Test
    void aMailThatHasNoLinkToLeaveCannotBeGivenOne() {
        MessageHead confirmation = Letterhead.of("Gazette", FROM, OURS.replyTo(), "Please confirm", "en")
                .to(ADA, CLOCK.instant().atZone(ZoneOffset.UTC), "<1@news.example>");
        byte[] mail =
                messages.of(confirmation, Skeleton.whole("x", "x"), Map.of()).bytes();

        assertThat(StrictDkim.covered(mail))
                .containsOnlyOnce("List-Unsubscribe")
                .doesNotContain("List-Id");
        assertThat(verified("List-Unsubscribe: <https://evil.example/>\r\n" + text(mail)))
                .isEmpty();
    }

    @Test
    void aChangeInAnyFieldThatIsCoveredBreaksBoth() {
        String mail = text(Kind.PLAIN.mails().get(0));
        for (String name : StrictDkim.covered(bytes(mail))) {
            String changed = mail.replaceFirst("(?m)^(" + Pattern.quote(name) + ": .)", "$1x");
            assertThat(changed).as(name).isNotEqualTo(mail);
            assertThat(verified(changed)).as(name).isEmpty();
        }
    }

    @Test
    void aSecondFieldOfThoseThatCountBreaksBothWhereverItIsPut() {
        String mail = text(Kind.PLAIN.mails().get(0));
        for (String name : List.of("From", "To", "Subject", "Date", "Reply-To", "Content-Type", "List-Unsubscribe")) {
            String field = name + ": other\r\n";
            assertThat(verified(field + mail)).as(name + " first").isEmpty();
            assertThat(verified(mail.replaceFirst("\r\n\r\n", "\r\n" + field + "\r\n")))
                    .as(name + " last")
                    .isEmpty();
        }
    }

    @Test
    void aChangedByteOfTheBodyBreaksBoth() {
        String mail = text(Kind.PLAIN.mails().get(0));
        int body = mail.indexOf("\r\n\r\n") + 4;
        IntStream.range(body, mail.length())
                .filter(at -> mail.charAt(at) > ' ')
                .forEach(at -> assertThat(verified(
                                mail.substring(0, at) + (mail.charAt(at) == 'x' ? 'y' : 'x') + mail.substring(at + 1)))
                        .as("at %d", at)
                        .isEmpty());
        assertThat(verified(mail + "more\r\n")).isEmpty();
    }

    @Test
    void oneBreaksWithoutTheOther() {
        String mail = text(Kind.PLAIN.mails().get(0));

        assertThat(verified(mail.replaceFirst("a=rsa-sha256;(?s)(.*?\r\n b=.)", "a=rsa-sha256;$1A")))
                .containsExactly("e1");
        assertThat(verified(mail.replaceFirst("DKIM-Signature: v=1; a=rsa", "X-Was-Signature: v=1; a=rsa")))
                .containsExactly("e1");
    }

    @Test
    void whatTransportsMayDoToBlanksAndFoldsBreaksNothing() {
        String mail = text(Kind.PLAIN.mails().get(0));
        String refolded = mail.replace("Subject: Edition 12", "SUBJECT:\r\n\tEdition   12 ")
                .replaceFirst("\r\n\r\n", "\r\nReceived: by relay.example\r\n\r\n");

        assertThat(refolded).isNotEqualTo(mail);
        assertThat(verified(refolded + "\r\n\r\n")).containsExactly("r1", "e1");
    }

    @Test
    void linesOfTheFieldFitAndWhatItSaysIsOfTheAttempt() {
        String mail = text(Kind.PLAIN.mails().get(0));

        assertThat(mail.substring(0, mail.indexOf("\r\nFrom:")).split("\r\n")).allMatch(line -> line.length() <= 78);
        assertThat(mail).contains("t=" + CLOCK.instant().getEpochSecond() + ";");
    }

    @Test
    void whateverIsInItsBodyIsHashedAsItArrives() {
        var random = new Random(6376);
        for (int i = 0; i < 200; i++) {
            Skeleton.Marks marks = Skeleton.Marks.random();
            String content = anything(random) + marks.of(Slot.ADDRESS) + anything(random);
            Skeleton body = i % 3 == 0 ? Skeleton.cut(content, marks) : Skeleton.cut(content, content, marks);
            byte[] mail = messages.of(
                            head("x"),
                            body,
                            Map.of(Slot.ADDRESS, anything(random).replaceAll("[\r\n]", "")))
                    .bytes();
            assertThat(StrictDkim.verified(mail, domain.records())).hasSize(2);
        }
    }

    private static String anything(Random random) {
        String signs = "ab.=é \t \n\n  ";
        return random.ints(random.nextInt(40), 0, signs.length())
                .collect(StringBuilder::new, (text, at) -> text.append(signs.charAt(at)), StringBuilder::append)
                .toString();
    }

    @Test
    void manyThreadsSignAtOnce() {
        Skeleton body = Kind.PLAIN.skeletons().get(0);

        assertThat(Stream.iterate(0, i -> i + 1)
                        .limit(200)
                        .parallel()
                        .map(i ->
                                messages.of(head("Edition " + i), body, VALUES).bytes())
                        .map(mail -> StrictDkim.verified(mail, domain.records()).size()))
                .containsOnly(2);
    }

    @Test
    void withoutAKeyNothingIsAdded() {
        byte[] mail = new Messages(OURS, Dkim.off())
                .of(head("x"), Kind.PLAIN.skeletons().get(0), VALUES)
                .bytes();

        assertThat(text(mail)).startsWith("From: ");
    }

    private static List<String> verified(String mail) {
        return StrictDkim.verified(bytes(mail), domain.records());
    }

    private static String text(byte[] mail) {
        return new String(mail, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }
}
