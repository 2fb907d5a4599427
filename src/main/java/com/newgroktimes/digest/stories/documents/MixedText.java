package com.newgroktimes.digest.stories.documents;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 into which somebody pasted from a program that writes windows-1252, or that was cut within its last sign: each sign as what it can
 * be.
 *
 * @param text   without the sign that it was cut within
 * @param rest   the bytes at its end that are no whole sign of UTF-8, in windows-1252
 * @param pasted how often it was not UTF-8 before
 */
record MixedText(String text, String rest, int pasted) {

    /** In other charsets hardly one sign in ten happens to be one of UTF-8. */
    private static final long MANY = 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static MixedText of(byte[] bytes) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        int pasted = 0;
        CoderResult result = utf8.decode(in, out, false);
        while (result.isError()) {
            out.put(WINDOWS_1252.decode(in.slice(in.position(), result.length())));
            in.position(in.position() + result.length());
            pasted++;
            utf8.reset();
            result = utf8.decode(in, out, false);
        }
        return new MixedText(out.flip().toString(), WINDOWS_1252.decode(in).toString(), pasted);
    }

    /** Whether it is in UTF-8, but for a sign here and there. */
    boolean isUtf8() {
        return pasted == 0 ? rest.isEmpty() || others() > 0 : others() > MANY * pasted;
    }

    /** Whether more of its signs beyond English were UTF-8 than were not. */
    boolean isMostlyUtf8() {
        return others() > 2L * pasted;
    }

    /** The whole of it, where it was not cut because it is not UTF-8. */
    String uncut() {
        return text + rest;
    }

    private long others() {
        return text.chars().filter(sign -> sign > 0x7F).count();
    }
}
