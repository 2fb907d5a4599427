package com.newgroktimes.digest.stories.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/** What the bytes of a document look like that says nothing of its charset, or what is not so. */
final class GuessedCharset {

    /** Those of scripts other than Latin; what is left over is windows-1252, as everywhere on the web. */
    private static final Set<String> OTHERS = Set.of(
            "windows-1251",
            "KOI8-R",
            "ISO-8859-5",
            "windows-1253",
            "ISO-8859-7",
            "windows-1255",
            "ISO-8859-8",
            "ISO-8859-8-I",
            "windows-1256",
            "ISO-8859-6",
            "Shift_JIS",
            "EUC-JP",
            "EUC-KR",
            "GB18030",
            "Big5");

    private static final int ENOUGH = 8_000;
    private static final int LEAST_CONFIDENCE = 10;
    /** Addresses and the words of programs stand in English among whatever language. */
    private static final int LEAST_SHARE = 3;

    private GuessedCharset() {}

    /** Empty where most letters are Latin ones. */
    static Optional<Charset> of(byte[] document) {
        byte[] text = withoutTags(document);
        int high = 0;
        int low = 0;
        for (byte one : text) {
            if (one < 0) {
                high++;
            } else if (Character.isLetter(one)) {
                low++;
            }
        }
        if (LEAST_SHARE * high < low) {
            return Optional.empty();
        }
        for (CharsetMatch match : new CharsetDetector().setText(text).detectAll()) {
            if (match.getConfidence() >= LEAST_CONFIDENCE && OTHERS.contains(match.getName())) {
                return CharsetLabel.charset(match.getName());
            }
        }
        return Optional.empty();
    }

    /** From where letters begin that are not of English, and as many as tell the charset. */
    private static byte[] withoutTags(byte[] document) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean tag = false;
        for (byte one : document) {
            if (one == '<') {
                tag = true;
            } else if (one == '>') {
                tag = false;
                text.write(' ');
            } else if (!tag && (text.size() > 0 || one < 0)) {
                text.write(one);
            }
            if (text.size() >= ENOUGH) {
                break;
            }
        }
        return text.toByteArray();
    }
}
