package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/** Reads an address the way people type and paste one (standards of the grammar: RFC 5321 §4.1.2, RFC 6531 §3.3). */
final class TypedAddress {

    private static final int MAX_OCTETS = 254;
    private static final Pattern LINK = Pattern.compile("(?i)mailto:([^?]*)(\\?.*)?");
    private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]*)>");
    private static final Pattern WITH_CLOSING_DOT = Pattern.compile("(.*?)[.。．｡]+");

    private TypedAddress() {}

    static EmailAddress read(String typed) {
        String bare = withoutOuterBlanks(typed);
        try {
            return readBare(bare);
        } catch (InvalidAddress invalid) {
            throw new InvalidAddress(invalid.fault(), suggestion(bare).orElse(null));
        }
    }

    static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static EmailAddress readBare(String bare) {
        refuseUnseen(bare);
        String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
        int at = LocalPart.end(composed);
        var address = new EmailAddress(
                LocalPart.canonical(composed.substring(0, at)), DomainName.ascii(composed.substring(at + 1)));
        if (octets(address.key()) > MAX_OCTETS) {
            throw new InvalidAddress(AddressFault.TOO_LONG);
        }
        return address;
    }

    private static String withoutOuterBlanks(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isBlank(typed.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    /** Pasted text often ends in a no-break space, which {@link String#strip} keeps. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static void refuseUnseen(String bare) {
        if (bare.isEmpty()) {
            throw new InvalidAddress(AddressFault.EMPTY);
        }
        bare.codePoints().forEach(c -> {
            if (c < ' ' || c == 0x7F) {
                throw new InvalidAddress(AddressFault.CONTROL);
            }
            if (c > 0x7F && isUnseen(c)) {
                throw new InvalidAddress(AddressFault.INVISIBLE);
            }
        });
    }

    private static boolean isUnseen(int c) {
        return switch (UCharacter.getType(c)) {
            case UCharacterCategory.CONTROL,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR,
                    UCharacterCategory.SURROGATE,
                    UCharacterCategory.PRIVATE_USE,
                    UCharacterCategory.UNASSIGNED -> true;
            // some domains need a joiner (RFC 5892 §A.1): DomainName judges those
            case UCharacterCategory.FORMAT -> !LocalPart.isJoiner(c);
            default -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static Optional<String> suggestion(String bare) {
        return Stream.of(LINK, NAMED, WITH_CLOSING_DOT)
                .map(pattern -> pattern.matcher(bare))
                .filter(Matcher::matches)
                .map(match -> withoutOuterBlanks(match.group(1)))
                .filter(TypedAddress::isAddress)
                .findFirst();
    }

    private static boolean isAddress(String text) {
        try {
            EmailAddress.parse(text);
            return true;
        } catch (InvalidAddress invalid) {
            return false;
        }
    }
}
