package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds an address in words of others, also where they have it encoded as links, mails and programs do. */
final class Disguise {

    /** Apart, since {@code ?to=ada%40…} is no {@code =ad} in the other. */
    private static final List<Pattern> ENCODED_OCTETS =
            List.of(Pattern.compile("%([0-9a-f]{2})"), Pattern.compile("=([0-9a-f]{2})"));

    private Disguise() {}

    static boolean holds(String text, EmailAddress address) {
        String key = address.key();
        String lower = key.toLowerCase(Locale.ROOT);
        String said = text.toLowerCase(Locale.ROOT);
        if (said.length() < lower.length()) {
            return false; // in any disguise it is at least as long
        }
        return said.contains(lower)
                || ENCODED_OCTETS.stream()
                        .anyMatch(octets -> decoded(said, octets).contains(lower))
                || said.contains(HexFormat.of().formatHex(bytes(key)))
                || said.contains(HexFormat.of().formatHex(bytes(lower)))
                || Stream.of(key, lower).flatMap(Disguise::base64).anyMatch(ofOneAlphabet(text)::contains);
    }

    private static String decoded(String text, Pattern octets) {
        return octets.matcher(text)
                .replaceAll(octet ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(octet.group(1), 16))))
                .toLowerCase(Locale.ROOT);
    }

    /** Three octets become four characters, so that there are three ways. The characters at both ends depend on what stands beside. */
    private static Stream<String> base64(String address) {
        return Stream.of(0, 1, 2).map(before -> {
            byte[] shifted = bytes(" ".repeat(before) + address);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            return encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1);
        });
    }

    private static String ofOneAlphabet(String text) {
        return text.replace('-', '+').replace('_', '/');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
