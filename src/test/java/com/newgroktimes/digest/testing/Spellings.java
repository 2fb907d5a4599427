package com.newgroktimes.digest.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which an address may lie about: as it is, in another case, in the encodings of mails, links and programs. */
public final class Spellings {

    private final List<String> inAnyCase;
    private final List<String> exact;

    public Spellings(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        byte[] bytes = lower.getBytes(StandardCharsets.UTF_8);
        String domain = lower.substring(lower.lastIndexOf('@') + 1);
        String local = lower.substring(0, lower.lastIndexOf('@'));
        inAnyCase = List.of(
                bytesAsText(bytes),
                bytesAsText(lower.getBytes(StandardCharsets.UTF_16BE)),
                local + "%40" + domain,
                local + "=40" + domain,
                local + "\\u0040" + domain,
                local + "&#64;" + domain,
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withPrefix("%").formatHex(bytes),
                HexFormat.of().withPrefix("=").formatHex(bytes),
                HexFormat.of().formatHex(address.getBytes(StandardCharsets.UTF_8)));
        exact = Stream.of(address, lower).flatMap(Spellings::base64).toList();
    }

    /** The first that is found. */
    public Optional<String> in(byte[] data) {
        String text = bytesAsText(data);
        return exact.stream().filter(text::contains).findFirst().or(() -> inAnyCase(text.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> inAnyCase(String lowerCase) {
        return inAnyCase.stream().filter(lowerCase::contains).findFirst();
    }

    /** Whatever stands before it: three bytes become four characters, so there are three ways; the ends depend on the neighbours. */
    private static Stream<String> base64(String address) {
        return Stream.of("", "x", "xx").map(before -> {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((before + address).getBytes(StandardCharsets.UTF_8));
            return encoded.substring(before.isEmpty() ? 0 : before.length() + 1, encoded.length() - 1);
        });
    }

    private static String bytesAsText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
