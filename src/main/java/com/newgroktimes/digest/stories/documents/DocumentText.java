package com.newgroktimes.digest.stories.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The signs that the bytes of a document stand for, whatever its labels say of them. */
public final class DocumentText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final byte[] bytes;

    private DocumentText(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A mark at the beginning of the bytes goes before every label (RFC 7303 §3.3). A label that the bytes contradict is passed
     * over: servers label all that they serve alike, and what has signs of UTF-8 and no others is in UTF-8.
     *
     * @param labels what is said to be its charset, most believed first; unknown ones and nulls are passed over
     */
    public static String of(byte[] bytes, List<String> labels) {
        return ByteOrderMark.of(bytes)
                .map(mark -> replacing(mark.charset(), Arrays.copyOfRange(bytes, mark.length(), bytes.length)))
                .orElseGet(() -> new DocumentText(bytes).labelled(labels));
    }

    private String labelled(List<String> labels) {
        List<Charset> named = labels.stream()
                .map(CharsetLabel::charset)
                .flatMap(Optional::stream)
                .filter(charset -> !isWide(charset) || beginsWide())
                .toList();
        if (named.isEmpty() || named.stream().noneMatch(DocumentText::isWide)) {
            Optional<String> plain = strict(StandardCharsets.UTF_8).filter(text -> hasOtherSigns() || named.isEmpty());
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        return named.stream()
                .map(this::strict)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> named.isEmpty() || named.contains(StandardCharsets.UTF_8)
                        ? mixed()
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

    /** UTF-8 into which somebody pasted from a program that writes windows-1252: each sign as what it can be. */
    private String mixed() {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = utf8.decode(in, out, true);
        while (result.isError()) {
            out.put(WINDOWS_1252.decode(in.slice(in.position(), result.length())));
            in.position(in.position() + result.length());
            utf8.reset();
            result = utf8.decode(in, out, true);
        }
        return out.flip().toString();
    }
}
