package com.newgroktimes.digest.stories.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The signs that the bytes of a document stand for, whatever its labels say of them. */
public final class DocumentText {

    private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");

    /** How Japanese begins in mail's charset, which is all signs of English to whoever does not know. */
    private static final Pattern SHIFT_TO_JAPANESE = Pattern.compile("\\x1B(?:\\$[@B]|\\([JI])");

    private final byte[] bytes;

    private DocumentText(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A mark at the beginning of the bytes goes before every label (RFC 7303 §3.3). A label that the bytes contradict is passed
     * over: servers label all that they serve alike, and what has signs of UTF-8 and hardly any others is in UTF-8.
     *
     * @param labels what is said to be its charset, most believed first; unknown ones and nulls are passed over
     */
    public static String of(byte[] bytes, List<String> labels) {
        return ByteOrderMark.of(bytes)
                .map(mark -> replacing(mark.charset(), Arrays.copyOfRange(bytes, mark.length(), bytes.length)))
                .orElseGet(() -> new DocumentText(bytes).labelled(labels));
    }

    private String labelled(List<String> labels) {
        return ofSevenBits().orElseGet(() -> ofEightBits(labels));
    }

    /** What is in Japanese though all its bytes are signs of English. */
    private Optional<String> ofSevenBits() {
        return !hasOtherSigns()
                        && SHIFT_TO_JAPANESE
                                .matcher(replacing(StandardCharsets.US_ASCII, bytes))
                                .find()
                ? strict(ISO_2022_JP)
                : Optional.empty();
    }

    private String ofEightBits(List<String> labels) {
        List<Charset> named = labels.stream()
                .map(CharsetLabel::charset)
                .flatMap(Optional::stream)
                .filter(charset -> !isWide(charset) || beginsWide())
                .toList();
        if (named.stream().noneMatch(DocumentText::isWide) && (hasOtherSigns() || named.isEmpty())) {
            MixedText mixed = MixedText.of(bytes);
            if (mixed.isUtf8()) {
                return mixed.text();
            }
        }
        return named.stream()
                .map(this::strict)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> named.isEmpty() || named.contains(StandardCharsets.UTF_8)
                        ? unlabelled()
                        : replacing(named.get(0), bytes));
    }

    /** Whether its letters of English take more than a byte each. */
    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    /** All markup begins with a sign of English. */
    private boolean beginsWide() {
        return bytes.length < 2 || bytes[0] == 0 || bytes[1] == 0;
    }

    private boolean hasOtherSigns() {
        for (byte one : bytes) {
            if (one < 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> strict(Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static String replacing(Charset charset, byte[] bytes) {
        return new String(bytes, charset);
    }

    private String unlabelled() {
        MixedText mixed = MixedText.of(bytes);
        return mixed.isMostlyUtf8()
                ? mixed.text()
                : GuessedCharset.of(bytes)
                        .map(charset -> replacing(charset, bytes))
                        .orElseGet(mixed::uncut);
    }
}
