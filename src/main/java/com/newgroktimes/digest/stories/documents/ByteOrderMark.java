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

    /** How {@code <?} and {@code <a} begin without a mark, in charsets in which those take more than a byte each (XML 1.0 appendix F). */
    private static final Map<String, Charset> BEGINNINGS = Map.of(
            "3c003f00", StandardCharsets.UTF_16LE,
            "003c003f", StandardCharsets.UTF_16BE,
            "3c007200", StandardCharsets.UTF_16LE,
            "003c0072", StandardCharsets.UTF_16BE,
            "3c006600", StandardCharsets.UTF_16LE,
            "003c0066", StandardCharsets.UTF_16BE);

    static Optional<ByteOrderMark> of(byte[] bytes) {
        String beginning = HexFormat.of().formatHex(bytes, 0, Math.min(LONGEST, bytes.length));
        return IntStream.of(LONGEST, LONGEST - 1, LONGEST - 2)
                .mapToObj(length -> beginning.substring(0, Math.min(2 * length, beginning.length())))
                .flatMap(mark -> Stream.ofNullable(MARKS.get(mark))
                        .map(charset -> new ByteOrderMark(charset, mark.length() / 2)))
                .findFirst()
                .or(() -> Optional.ofNullable(BEGINNINGS.get(beginning)).map(charset -> new ByteOrderMark(charset, 0)));
    }
}
