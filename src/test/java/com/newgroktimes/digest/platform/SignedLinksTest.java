package com.newgroktimes.digest.platform;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.platform.SignedLinks.Signed;

import static org.assertj.core.api.Assertions.assertThat;

class SignedLinksTest {

    private static final Purpose UNSUBSCRIBE = Purpose.undated("unsubscribe");
    private static final Purpose ADDRESS = Purpose.undated("address");
    private static final Purpose CONFIRM = Purpose.toTheHour("confirm");
    private static final Purpose SETTINGS = Purpose.toTheHour("settings");
    private static final Purpose COPY = Purpose.toTheSecond("copy");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final SignedLinks links = TestKeys.links();

    @Test
    void aTokenNamesItsSubjectAgain() {
        for (long subject : new long[] {1, 42, 1L << 40, Long.MAX_VALUE}) {
            assertThat(links.read(UNSUBSCRIBE, links.sign(UNSUBSCRIBE, subject, NOON)))
                    .contains(new Signed(subject, Instant.EPOCH));
        }
    }

    @Test
    void aDatedTokenKnowsTheHourOfItsIssue() {
        String token = links.sign(CONFIRM, 7, NOON.plusSeconds(3_599));

        assertThat(links.read(CONFIRM, token)).contains(new Signed(7, NOON));
    }

    @Test
    void aTokenThatWorksForAnHourKnowsItsSecond() {
        String token = links.sign(COPY, 7, NOON.plusMillis(3_599_999));

        assertThat(links.read(COPY, token)).contains(new Signed(7, NOON.plusSeconds(3_599)));
        assertThat(bytes(token)).hasSize(31).startsWith(3);
    }

    /** The purpose alone does not tell how the date counts, nor the layout what the link is for. */
    @Test
    void aPurposeThatIsDatedMorePreciselyReadsNoneOfTheOlderTokens() {
        Purpose before = Purpose.toTheHour("copy");

        assertThat(links.read(COPY, links.sign(before, 7, NOON))).isEmpty();
        assertThat(links.read(before, links.sign(COPY, 7, NOON))).isEmpty();
    }

    @Test
    void theSameLinkCanBeMadeAgain() {
        assertThat(links.sign(SETTINGS, 7, NOON)).isEqualTo(links.sign(SETTINGS, 7, NOON.plusSeconds(60)));
        assertThat(links.sign(UNSUBSCRIBE, 7, NOON)).isEqualTo(links.sign(UNSUBSCRIBE, 7, Instant.EPOCH));
    }

    @Test
    void aTokenOpensNoDoorButItsOwn() {
        List<Purpose> purposes = List.of(UNSUBSCRIBE, ADDRESS, CONFIRM, SETTINGS, COPY);
        for (Purpose made : purposes) {
            String token = links.sign(made, 7, NOON);
            for (Purpose tried : purposes) {
                assertThat(links.read(tried, token).isPresent()).isEqualTo(tried.equals(made));
            }
        }
    }

    @Test
    void everyBitCounts() {
        byte[] token = bytes(links.sign(CONFIRM, 7, NOON));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] forged = token.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(CONFIRM, text(forged))).isEmpty();
        }
    }

    @Test
    void onlyTheExactCharactersAreValid() {
        String token = links.sign(CONFIRM, 7, NOON);
        char last = token.charAt(token.length() - 1);

        // 31 bytes leave two bits of the last character without a meaning: a lenient decoder takes any of four.
        assertThat(List.of((char) (last + 1), (char) (last + 2), (char) (last + 3)))
                .allSatisfy(other -> assertThat(links.read(CONFIRM, token.substring(0, token.length() - 1) + other))
                        .isEmpty());
        assertThat(List.of(
                        token + "==",
                        token + "=",
                        token + " ",
                        " " + token,
                        token + "\n",
                        token + "A",
                        token + "/",
                        "",
                        "."))
                .allSatisfy(other -> assertThat(links.read(CONFIRM, other)).isEmpty());
    }

    @Test
    void aTokenCutInTwoIsNone() {
        String token = links.sign(UNSUBSCRIBE, 7, NOON);
        for (int length = 0; length < token.length(); length++) {
            assertThat(links.read(UNSUBSCRIBE, token.substring(0, length))).isEmpty();
            assertThat(links.read(UNSUBSCRIBE, token.substring(token.length() - length)))
                    .isEmpty();
        }
    }

    @Test
    void noiseIsNoToken() {
        Random random = new Random(20261125);
        for (int round = 0; round < 10_000; round++) {
            byte[] noise = new byte[27];
            random.nextBytes(noise);
            noise[0] = 1;
            assertThat(links.read(UNSUBSCRIBE, text(noise))).isEmpty();
        }
    }

    @Test
    void whatAnOlderKeySignedIsStillRead() {
        String old = new SignedLinks(new Keys(List.of(TestKeys.key(1)))).sign(UNSUBSCRIBE, 7, NOON);
        SignedLinks rotated = new SignedLinks(new Keys(List.of(TestKeys.key(2), TestKeys.key(1))));

        assertThat(rotated.read(UNSUBSCRIBE, old)).isPresent();
        assertThat(rotated.sign(UNSUBSCRIBE, 7, NOON)).isNotEqualTo(old);
        assertThat(new SignedLinks(new Keys(List.of(TestKeys.key(2)))).read(UNSUBSCRIBE, old))
                .isEmpty();
    }

    @Test
    void theLayoutIsTheOneThatSentMailsCarry() {
        byte[] undated = bytes(links.sign(UNSUBSCRIBE, 258, NOON));
        byte[] dated = bytes(links.sign(CONFIRM, 258, NOON));

        assertThat(undated).hasSize(27).startsWith(1);
        assertThat(dated).hasSize(31).startsWith(2);
        assertThat(Arrays.copyOfRange(undated, 1, 3)).isEqualTo(TestKeys.key(1).fingerprint(2));
        assertThat(ByteBuffer.wrap(undated, 3, 8).getLong()).isEqualTo(258);
        assertThat(ByteBuffer.wrap(dated, 11, 4).getInt() * 3600L).isEqualTo(NOON.getEpochSecond());
        // Written down when the first mail was sent: a change here is a dead link in every inbox.
        assertThat(links.sign(UNSUBSCRIBE, 258, NOON)).isEqualTo("AWq5AAAAAAAAAQKBYzSqqeJ4thNEx-fTyFik");
    }

    private static byte[] bytes(String token) {
        return Base64.getUrlDecoder().decode(token);
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
