package com.newgroktimes.digest.editions.digest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.newgroktimes.digest.mail.Skeleton;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.mail.StrictMail;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves, read back by three readers that share no code. */
class DigestOnTheWireTest {

    private static final Map<Slot, String> STRANGE_READER = Map.of(
            Slot.ADDRESS, "\"<b>=. &'\"@дом.example",
            Slot.SIGNED_UP, "٢٤ نوفمبر",
            Slot.UNSUBSCRIBE, "https://digest.example.org/u/.=_-" + "Zz9".repeat(40),
            Slot.SETTINGS, "https://digest.example.org/settings/?a=1&b='2'");

    @ParameterizedTest
    @EnumSource
    void threeReadersFindTheSameWords(Specimen specimen) throws Exception {
        assertRead(specimen, Specimen.READER);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whateverAReaderIsCalledNoLineIsTooLong(Map<Slot, String> reader) throws Exception {
        assertRead(Specimen.MARKUP_AS_TEXT, reader);
        assertRead(Specimen.CHINESE, reader);
    }

    /** Lines of 76 at most are among what the strict reader insists on. */
    private static void assertRead(Specimen specimen, Map<Slot, String> reader) throws Exception {
        byte[] message = specimen.message(reader);
        Skeleton skeleton = specimen.rendered().skeleton();
        List<String> meant = List.of(skeleton.text(reader), skeleton.html(reader));

        assertThat(StrictMail.read(message).parts()).isEqualTo(meant);
        assertThat(readByJakartaMail(message)).isEqualTo(meant);
        assertThat(readByMime4j(message)).isEqualTo(meant);
    }

    private static Stream<Arguments> readers() {
        return Stream.of(Specimen.LONGEST_READER, STRANGE_READER).map(Arguments::of);
    }

    private static List<String> readByJakartaMail(byte[] message) throws Exception {
        var parts = (MimeMultipart) new MimeMessage((Session) null, new ByteArrayInputStream(message)).getContent();
        return List.of((String) parts.getBodyPart(0).getContent(), (String)
                parts.getBodyPart(1).getContent());
    }

    private static List<String> readByMime4j(byte[] message) throws Exception {
        var parts = new ArrayList<String>();
        var stream = new MimeTokenStream(MimeConfig.STRICT);
        stream.parse(new ByteArrayInputStream(message));
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            if (state == EntityState.T_BODY) {
                parts.add(body(stream));
            }
        }
        return parts;
    }

    private static String body(MimeTokenStream stream) throws IOException {
        return new String(stream.getDecodedInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
