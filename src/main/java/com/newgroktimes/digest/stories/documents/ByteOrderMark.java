package com.newgroktimes.digest.stories.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The first bytes, where they tell how all are to be read. */
record ByteOrderMark(Charset charset, int length) {

    private static final int LONGEST = 4;

    private static final Map<String, Charset> MARKS = Map.of(
            "efbbbf",
            StandardCharsets.UTF_8,
            "fffe0000",
            Charset.forName("UTF-32LE"),
            "0000feff",
            Charset.forName("UTF-32BE"),
            "fffe",
            StandardCharsets.UTF_16LE,
            "feff",
            StandardCharsets.UTF_16BE);

    /**
     * Where the noughts stand without a mark, in charsets in which signs take more than a byte each: markup begins with two signs of English
     * (XML 1.0 appendix F), and so does JSON (RFC 4627 §3).
     */
    private static final Map<String, Charset> NOUGHTS = Map.of(
            "x0x0",
            StandardCharsets.UTF_16LE,
            "0x0x",
            StandardCharsets.UTF_16BE,
            "x000",
            Charset.forName("UTF-32LE"),
            "000x",
            Charset.forName("UTF-32BE"));

    static Optional<ByteOrderMark> of(byte[] bytes) {
        String beginning = HexFormat.of().formatHex(bytes, 0, Math.min(LONGEST, bytes.length));
        return IntStream.of(LONGEST, LONGEST - 1, LONGEST - 2)
                .mapToObj(length -> beginning.substring(0, Math.min(2 * length, beginning.length())))
                .flatMap(mark -> Stream.ofNullable(MARKS.get(mark))
                        .map(charset -> new ByteOrderMark(charset, mark.length() / 2)))
                .findFirst()
                .or(() ->
                        Optional.ofNullable(NOUGHTS.get(noughts(bytes))).map(charset -> new ByteOrderMark(charset, 0)));
    }

    private static String noughts(byte[] bytes) {
        StringBuilder noughts = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST, bytes.length); i++) {
            noughts.append(bytes[i] == 0 ? '0' : 'x');
        }
        return noughts.toString();
    }
}
